"""Walking every address as every role: what the table says, against what the pages answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.cast import Cast

from .row import ALLOWED, FORBIDDEN, HIDDEN, REFUSED, SIGN_IN, Row
from .stage import Things

TENANT, ROOT = "bedre.config.tenant_urls", "bedre.config.urls"
LET_IN = {200, 302, 409, 422}
"""Shown, done, refused by the domain, or a form with faults: the role was let in."""
CONVERTER = re.compile(r"^<(?:\w+:)?(\w+)>(.*)$")


def routes(urlconf: str) -> dict[str, str]:
    """Every address of a URL list by its name, `namespace:name` → `<slug:slug>/tavle/`."""
    return dict(_routes(get_resolver(urlconf).url_patterns, "", ""))


def _routes(patterns, space: str, before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space, route)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", route


def fill(route: str, things: Things, about: str = "") -> str:
    """The address of a thing: what stands in it is called by its own name, or by the word before it."""
    parts = route.split("/")
    for n, part in enumerate(parts):
        if match := CONVERTER.match(part):
            name, rest = match.groups()
            word = name if name in things else about or parts[n - 1]
            parts[n] = things[word] + rest
    return "/".join(parts)


@dataclass(frozen=True)
class Answer:
    """What came back. `kind` is one of the outcomes of `row`."""

    path: str
    kind: str
    status: int
    headers: dict[str, str]
    text: str

    @property
    def page(self) -> bool:
        """Whether it is a page for people."""
        return self.headers.get("Content-Type", "").startswith("text/html")


def kind_of(response: HttpResponse) -> str:
    """The kind of answer behind a response."""
    if response.status_code == 302 and response["Location"].startswith("/konto/logg-inn/"):
        return SIGN_IN
    if response.templates and response.templates[0].name == "people/stale_session.html":
        return SIGN_IN
    if response.status_code in LET_IN:
        return ALLOWED
    return {403: FORBIDDEN, 404: HIDDEN, 405: REFUSED}.get(response.status_code, str(response.status_code))


class Walker:
    """One browser for each role. What a request changes is undone before the next."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.clients: dict[str | None, Client] = {}

    def client(self, role: str | None) -> Client:
        """The browser of a role."""
        if role not in self.clients:
            self.clients[role] = Client()
            if role:
                self.clients[role].force_login(self.cast.people[role].account)
        return self.clients[role]

    def ask(self, role: str | None, method: str, path: str, data: dict | None = None, undo: bool = True) -> Answer:
        """Ask for a page, or send a form in; what that changes is undone, unless told otherwise."""
        client = self.client(role)
        with transaction.atomic():
            response = client.generic(method, path) if data is None else client.post(path, data)
            transaction.set_rollback(undo)
        body = response.getvalue()
        text = body.decode() if response.get("Content-Type", "").startswith("text/html") else ""
        return Answer(path, kind_of(response), response.status_code, dict(response.items()), text)


def methods(row: Row) -> list[str]:
    """How an address is asked."""
    return [method for method in ("GET", "POST") if row.may(method)]
