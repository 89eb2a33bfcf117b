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
    for form in BeautifulSoup(_browser().open(f"{server.address}/konto/logg-inn/").read(), "html.parser").select("form"):
        if form.select_one("[name=person]"):
            pages = _as_role(server, form) | pages
    return pages


def _browser() -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def _as_role(server: Server, form) -> dict[str, Ask]:
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = BeautifulSoup(browser.open(f"{server.address}/konto/logg-inn/").read(), "html.parser")
    token = page.select_one("[name=csrfmiddlewaretoken]")["value"]
    fields = {field["name"]: field.get("value", "") for field in form.select("[name]")} | {"csrfmiddlewaretoken": token}
    first = browser.open(server.address + form["action"], urllib.parse.urlencode(fields).encode())
    session = next(cookie.value for cookie in jar if cookie.name == "sessionid") or ""
    links = {urllib.parse.urlsplit(a["href"]).path for a in BeautifulSoup(first.read(), "html.parser").select("a[href^='/']")}
    return {_name(path): Ask(path, session) for path in links if not SKIPPED.search(path)}


def _name(path: str) -> str:
    return path.strip("/").replace("/", ".") or "first"
