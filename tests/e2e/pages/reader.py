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
    """What came back, and from where after all turns; `html` is empty for a file and for a refusal."""

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
        request = urllib.request.Request(self.address + path)
        if form is not None:
            request.data, request.headers["Content-type"] = _body(form)
        try:
            with self.opener.open(request, timeout=60) as answer:
                return _answer(answer)
        except urllib.error.HTTPError as refused:
            return _answer(refused) if refused.code == 422 else Answer(refused.code, path)

    def press(self, page: str | Answer, form: str, **fields: str) -> Answer:
        """Send the first such form of a page, with its own fields and the given ones."""
        answer = self.read(page) if isinstance(page, str) else page
        found = BeautifulSoup(answer.html, "html.parser").select_one(form)
        assert found, f"{answer.path} has no {form}"
        own = {str(e["name"]): str(e.get("value", "")) for e in found.select("input[name]")}
        return self.read(urljoin(answer.path, str(found.get("action") or "")), own | fields)


def _body(form: dict[str, str]) -> tuple[bytes, str]:
    """A form as a browser sends it; what is called `file` goes as one."""
    if not form.get("file"):
        return urlencode(form).encode(), "application/x-www-form-urlencoded"
    named = {name: f'name="{name}"' + ('; filename="liste.csv"' if name == "file" else "") for name in form}
    parts = [f"--bedre\r\nContent-Disposition: form-data; {named[name]}\r\n\r\n{form[name]}\r\n" for name in form]
    return "".join([*parts, "--bedre--\r\n"]).encode(), "multipart/form-data; boundary=bedre"


def _answer(answer) -> Answer:
    path = urlsplit(answer.url)._replace(scheme="", netloc="").geturl()
    is_page = answer.headers.get("Content-Type", "").startswith("text/html")
    return Answer(answer.status, path, answer.read().decode() if is_page else "")
