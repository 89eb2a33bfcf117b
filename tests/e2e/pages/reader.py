"""A browser without a window: reads pages and sends forms, for what need not be looked at."""

from __future__ import annotations

import http.cookiejar
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from bs4 import BeautifulSoup

from tests.server import Server


@dataclass(frozen=True)
class Answer:
    """What came back, and from where after all turns; `html` is empty for a file."""

    status: int
    path: str
    html: str = ""


class Reader:
    """One person's browser; signed in by one click when an account of the demonstration is named."""

    def __init__(self, server: Server, account: str = "") -> None:
        self.address = server.address
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        if account:
            self.press("/konto/logg-inn/", "form:has(button[name=account])", account=account)

    @property
    def session(self) -> str:
        """The session's key, empty when signed out."""
        return next((cookie.value or "" for cookie in self.jar if cookie.name == "sessionid"), "")

    def read(self, path: str, form: dict[str, str] | None = None) -> Answer:
        """Ask for an address, or send a form there."""
        body = None if form is None else urlencode(form).encode()
        try:
            with self.opener.open(self.address + path, body, timeout=60) as answer:
                return _answer(answer)
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, path)

    def press(self, path: str, form: str, **fields: str) -> Answer:
        """Send the first such form of a page, with its own fields and the given ones."""
        found = BeautifulSoup(self.read(path).html, "html.parser").select_one(form)
        assert found, f"{path} has no {form}"
        own = {str(e["name"]): str(e.get("value", "")) for e in found.select("input[name]")}
        return self.read(urljoin(path, str(found.get("action") or path)), own | fields)


def _answer(answer) -> Answer:
    path = urlsplit(answer.url)._replace(scheme="", netloc="").geturl()
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    return Answer(answer.status, path, answer.read().decode() if is_page else "")
