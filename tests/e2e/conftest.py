"""A real browser against a real server: `bedre serve` in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.server import Server, demonstration


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "tests/e2e" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Harstad demonstration for the whole run: what one test does, the next may see."""
    with demonstration(tmp_path_factory.mktemp("demo")) as server:
        yield server


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser window in Norwegian."""
    window = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    window.set_default_timeout(15_000)
    yield window
    window.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab."""
    return context.new_page()


@pytest.fixture
def enter(demo: Server, browser: Browser) -> Iterator[Callable[..., Page]]:
    """`enter("Enhetsleder")` is a tab of the demonstration signed in by one click as that role."""
    windows: list[BrowserContext] = []

    def as_role(role: str, **options) -> Page:
        window = browser.new_context(locale="nb-NO", **{"viewport": {"width": 1280, "height": 900}, **options})
        window.set_default_timeout(15_000)
        windows.append(window)
        tab = window.new_page()
        tab.goto(f"{demo.address}/konto/logg-inn/")
        tab.get_by_role("button", name=role, exact=False).first.click()
        tab.wait_for_load_state()
        return tab

    yield as_role
    for window in windows:
        window.close()
