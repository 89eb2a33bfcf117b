"""A browser without a server: what it asks for is answered here, with the content security policy of a real answer."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from csp.middleware import CSPMiddleware
from django.contrib.staticfiles import finders
from django.test import RequestFactory
from django.utils.translation import override
from playwright.sync_api import Browser, BrowserContext, Page, Route

from bedre.web import vendor
from bedre.web.views import components

HOST = "http://bedre.test"
AXE = vendor.MODULES / "axe-core" / "axe.min.js"


def _answer(route: Route) -> None:
    """Files from the static folders; for every other address the page of components, made without a database."""
    address = urlsplit(route.request.url)
    if address.path.startswith("/static/"):
        found = finders.find(address.path.removeprefix("/static/"))
        kind = mimetypes.guess_type(address.path)[0] or "application/octet-stream"
        return route.fulfill(path=found, content_type=kind) if found else route.fulfill(status=404)
    with override("nb"):
        page = CSPMiddleware(components)(RequestFactory().get(f"{address.path}?{address.query}"))
    return route.fulfill(status=page.status_code, headers=dict(page.headers), body=page.content)


Opens = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opens]:
    """`open_page("/path", width=360, color_scheme="dark", …)`: a page in a window of its own that fails on any fault of a script."""
    windows: list[BrowserContext] = []
    faults: list[str] = []

    def opens(path: str, width: int = 1280, height: int = 900, **options) -> Page:
        window = browser.new_context(locale="nb-NO", viewport={"width": width, "height": height}, **options)
        windows.append(window)
        window.route("**/*", _answer)
        page = window.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
        page.goto(HOST + path)
        return page

    yield opens
    for window in windows:
        window.close()
    assert faults == []
