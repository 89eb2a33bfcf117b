"""The first view on a mid-range phone: nothing in the cache, a processor four times slower than this one, a slow net."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.server import Server, demonstration

from .load import Figure

TIMES, SLOWER = 5, 4
NETS = {"3g": (150, 1_600), "4g": (60, 9_000)}
"""Milliseconds there and back, and kilobits a second downwards: a slow and an ordinary mobile net."""
VIEWS = {"first-page": "", "board": "a[href$='/tavle/']", "card": ".bd-card h3 a"}
"""From the first page of an employee on: the link to follow."""
WATCH = """window.late = 0;
new PerformanceObserver((list) => list.getEntries().forEach((task) => { window.late = task.startTime + task.duration; }))
    .observe({ type: "longtask", buffered: true });"""
INTERACTIVE = "Math.max(window.late, performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd)"
"""The scripts have run, and no task has held the page for more than 50 ms since."""


def measure() -> Iterator[Figure]:
    """The median of some first views of each page on each net."""
    with (
        tempfile.TemporaryDirectory(prefix="bedre-bench.") as folder,
        demonstration(Path(folder)) as server,
        chromium() as browser,
    ):
        session, addresses = _addresses(browser, server)
        for name, address in addresses.items():
            for net in NETS:
                views = [_view(browser, address, session, net) for _time in range(TIMES)]
                yield f"{name}-{net}", "interactive", statistics.median(views), "ms"


def _addresses(browser: Browser, server: Server) -> tuple[str, dict[str, str]]:
    """Walk in as an employee, and note the session and where the pages are."""
    page = browser.new_page()
    page.goto(f"{server.address}/konto/logg-inn/")
    page.locator("button[value='demo-employee']").click()
    page.wait_for_url(lambda url: "/konto/" not in url)
    found = {"sign-in": f"{server.address}/konto/logg-inn/"}
    for name, link in VIEWS.items():
        if link:
            page.goto(server.address + str(page.locator(link).first.get_attribute("href")))
        found[name] = page.url
    session = next(str(cookie.get("value")) for cookie in page.context.cookies() if cookie.get("name") == "sessionid")
    page.context.close()
    return session, found


def _view(browser: Browser, address: str, session: str, net: str) -> float:
    """Milliseconds from the tap on a link until the page answers to touch."""
    phone = browser.new_context(locale="nb-NO", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    if "/konto/" not in address:
        phone.add_cookies([{"name": "sessionid", "value": session, "url": address}])
    page = phone.new_page()
    page.add_init_script(WATCH)
    _slow(page, *NETS[net])
    page.goto(address, wait_until="networkidle")
    took = float(page.evaluate(INTERACTIVE))
    phone.close()
    return took


def _slow(page: Page, there_and_back: int, kilobits: int) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    devtools.send("Network.enable")
    speed = {"latency": there_and_back, "downloadThroughput": kilobits * 125, "uploadThroughput": kilobits * 60}
    devtools.send("Network.emulateNetworkConditions", {"offline": False, **speed})
