"""Every page of the house in a real browser: who looks, where, and what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bedre.web import vendor
from tests.server import Server, demonstration

from .acts import act
from .tour import Stop, Tour, every_page

AXE = vendor.MODULES / "axe-core" / "axe.min.js"
LOOKS = Path(__file__).parent / "looks.js"

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demonstration that nobody changes after the tour has begun."""
    with demonstration(tmp_path_factory.mktemp("house")) as server:
        yield server


@pytest.fixture(scope="session")
def tour(house: Server) -> Tour:
    """Every page, also those that are there only after something has been done."""
    found = every_page(house)
    act(house, found)
    return found


@pytest.fixture(scope="session")
def visit(browser: Browser, house: Server) -> Iterator[Visit]:
    """`visit(stop, width=320)` opens a page as the role that it shows most to."""
    windows: dict[tuple[str, int], BrowserContext] = {}

    def open_window(session: str, width: int) -> BrowserContext:
        window = browser.new_context(
            locale="nb-NO", viewport={"width": width, "height": 900}, bypass_csp=True, reduced_motion="reduce"
        )
        if session:
            window.add_cookies([{"name": "sessionid", "value": session, "url": house.address}])
        window.add_init_script(path=AXE)
        window.add_init_script(path=LOOKS)
        window.new_page()
        return window

    def goes(stop: Stop, width: int = 1280) -> Page:
        key = stop.session, width
        windows[key] = windows.get(key) or open_window(*key)
        page = windows[key].pages[0]
        page.goto(house.address + stop.path)
        page.evaluate("document.fonts.ready")
        return page

    yield goes
    for window in windows.values():
        window.close()
