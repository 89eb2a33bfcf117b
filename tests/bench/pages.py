"""Every page as each role of the sign-in page gets to it, in the Harstad demonstration on SQLite."""

from __future__ import annotations

import http.cookiejar
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from bs4 import BeautifulSoup

from tests.server import Server, demonstration
from tests.sessions import session  # noqa: F401  (sets Django up, which knows the routes)
from tests.whole.pages import links, route

from .load import Ask, Figure, figures, run

WARM_UP, ASKED = 3, 20


def measure() -> Iterator[Figure]:
    """One browser, one page after the other."""
    with tempfile.TemporaryDirectory(prefix="bedre-bench.") as folder, demonstration(Path(folder)) as server:
        port = int(server.address.rpartition(":")[2])
        for page, ask in sorted(found(server).items()):
            run(port, lambda _, ask=ask: repeat(ask, WARM_UP), clients=1)
            yield from figures(f"{page}-c1", run(port, lambda _, ask=ask: repeat(ask, ASKED), clients=1))


def found(server: Server) -> dict[str, Ask]:
    """The pages that links lead each role to, as `board.board-leader`; one address of each route."""
    entrance = _read(_browser()[0], f"{server.address}/konto/logg-inn/")
    accounts = [str(button["value"]) for button in entrance.select("button[name=account]:not(details *)")]  # one for each role
    return {name: ask for account in accounts for name, ask in _as_role(server, account)}


def _browser() -> tuple[urllib.request.OpenerDirector, http.cookiejar.CookieJar]:
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)), jar


def _read(browser: urllib.request.OpenerDirector, address: str, form: dict[str, str] | None = None) -> BeautifulSoup:
    with browser.open(address, urllib.parse.urlencode(form).encode() if form else None, timeout=60) as answer:
        return BeautifulSoup(answer.read(), "html.parser")


def _as_role(server: Server, account: str) -> Iterator[tuple[str, Ask]]:
    browser, jar = _browser()
    entrance = _read(browser, f"{server.address}/konto/logg-inn/").select_one("form:has(button[name=account])")
    assert entrance
    fields = {str(field["name"]): str(field.get("value", "")) for field in entrance.select("input[name]")} | {
        "account": account
    }
    first = _read(browser, server.address + str(entrance["action"]), fields)
    key = next(cookie.value for cookie in jar if cookie.name == "sessionid") or ""
    seen: set[str] = set()
    waiting = links(str(first))
    while waiting:
        path = waiting.pop(0)
        name = route(path)
        if name is None or name in seen:
            continue
        seen.add(name)
        if page := _page(browser, server.address + path):
            yield f"{name.replace(':', '.')}-{account.removeprefix('demo-')}", Ask(path, key)
            waiting += links(page)


def _page(browser: urllib.request.OpenerDirector, address: str) -> str:
    """The HTML behind an address; nothing for a file, a page that is not for this role, or one that leads on."""
    try:
        with browser.open(address, timeout=60) as answer:
            page = answer.headers.get_content_type() == "text/html" and answer.geturl() == address
            return answer.read().decode() if page else ""
    except urllib.error.HTTPError:
        return ""
