"""What a first view costs: under 200 kB over the wire with nothing in the cache, and nothing moves while it comes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext

from .tour import Tour

MOST_BYTES = 200_000
VIEWS = [
    "account_login",
    "board:board",
    "board:improvement",
    "board:hand_in",
    "insight:me",
    "insight:municipality",
    "huddle:meeting",
]
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((shift) => window.shifts.push(shift.value)))
    .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(params=[390, 1280])
def fresh(browser: Browser, request) -> BrowserContext:
    """A browser that has never been here, on a phone and on a desk."""
    window = browser.new_context(locale="nb-NO", viewport={"width": request.param, "height": 844})
    yield window
    window.close()


@pytest.mark.parametrize("name", VIEWS)
def test_a_first_view_is_small_and_stands_still(house, tour: Tour, fresh: BrowserContext, name: str):
    stop = tour.pages[name]
    if stop.session:
        fresh.add_cookies([{"name": "sessionid", "value": stop.session, "url": house.address}])
    page = fresh.new_page()
    page.add_init_script(SHIFTS)
    network, sizes = fresh.new_cdp_session(page), []
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda answer: sizes.append(answer["encodedDataLength"]))
    page.goto(house.address + stop.path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    assert len(sizes) >= 4, "page, sheet, script and face"
    assert sum(sizes) < MOST_BYTES
    assert page.evaluate("window.shifts") == []
