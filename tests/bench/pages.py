"""Every page that the menu and the first pages lead to, as each role sees it, in the Harstad demonstration on SQLite."""

from __future__ import annotations

import http.cookiejar
import re
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from bs4 import BeautifulSoup

from tests.server import Server, command, environment, free_port, start

from .load import Ask, Figure, figures, run

WARM_UP, ASKED = 10, 60
SKIPPED = re.compile(r"/(static|konto|demo|kalender)/|\.(pdf|docx|pptx|xlsx|csv|ics|zip)$|logg-ut")


def measure() -> Iterator[Figure]:
    """One browser, one page after the other."""
    with tempfile.TemporaryDirectory(prefix="bedre-bench.") as folder:
        port = free_port()
        env = environment(Path(folder), "", port=port)
        command(env, "demo")
        server = start(env, port, log=Path(folder) / "server.log")
        try:
            for page, ask in sorted(found(server).items()):
                run(port, lambda _, ask=ask: repeat(ask, WARM_UP), clients=1)
                yield from figures(f"{page}-c1", run(port, lambda _, ask=ask: repeat(ask, ASKED), clients=1))
        finally:
            server.stop()


def found(server: Server) -> dict[str, Ask]:
    """The pages that any role of the sign-in page gets to from its first page, by name."""
    pages: dict[str, Ask] = {}
    for button in _read(_browser()[0], f"{server.address}/konto/logg-inn/").select("button[name=account]"):
        pages = _as_role(server, button["value"]) | pages
    return pages


def _browser() -> tuple[urllib.request.OpenerDirector, http.cookiejar.CookieJar]:
    jar = http.cookiejar.CookieJar()
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar)), jar


def _read(browser: urllib.request.OpenerDirector, address: str, form: dict[str, str] | None = None) -> BeautifulSoup:
    with browser.open(address, urllib.parse.urlencode(form).encode() if form else None, timeout=60) as answer:
        return BeautifulSoup(answer.read(), "html.parser")


def _as_role(server: Server, account: str) -> dict[str, Ask]:
    browser, jar = _browser()
    entrance = _read(browser, f"{server.address}/konto/logg-inn/").select_one("form:has(button[name=account])")
    assert entrance
    fields = {str(field["name"]): str(field.get("value", "")) for field in entrance.select("input[name]")} | {
        "account": account
    }
    first = _read(browser, server.address + str(entrance["action"]), fields)
    session = next(cookie.value for cookie in jar if cookie.name == "sessionid") or ""
    paths = {urllib.parse.urlsplit(str(link["href"])).path for link in first.select("a[href^='/']")}
    return {_name(path): Ask(path, session) for path in paths if not SKIPPED.search(path)}


def _name(path: str) -> str:
    return path.strip("/").replace("/", ".") or "first"
