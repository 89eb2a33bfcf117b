"""Every page of the demonstration: found by following what the pages themselves lead to, as each role of the sign-in page.

A page is a route, and the names of what is asked for in its address (`board:board`, `report:reports?as_of`). Of all roles
that reach it, the one to whom it shows most stands for it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from django.urls import Resolver404, resolve

from tests.server import Server

from .reader import Answer, Reader

INSIDE, OUTSIDE = "bedre.config.tenant_urls", "bedre.config.urls"
LEADS = {("a", "href"), ("form", "action"), ("link", "href")}
LEAVES = ("account_logout", "usersessions_list?")
FIRST_STEPS = ("/", "/konto/sikkerhet/")


@dataclass(frozen=True)
class Stop:
    """One page: its name, where, who looks at it (`session` is empty for someone signed out), and how much it says."""

    name: str
    path: str
    session: str = ""
    size: int = 0

    @property
    def app(self) -> str:
        """The part of the house it belongs to; pages outside a municipality are `account`."""
        return self.name.partition(":")[0] if ":" in self.name else "account"


@dataclass
class Tour:
    """The pages by name, and the routes that answer with something else than a page: a file, a verb."""

    pages: dict[str, Stop] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)

    def add(self, stop: Stop) -> None:
        """Keep the role to whom a page shows most."""
        if stop.name not in self.pages or self.pages[stop.name].size < stop.size:
            self.pages[stop.name] = stop

    def of(self, app: str) -> list[Stop]:
        """The pages of one part of the house."""
        return [stop for _name, stop in sorted(self.pages.items()) if stop.app == app]

    @property
    def routes(self) -> set[str]:
        """The routes that were asked."""
        return {name.partition("?")[0] for name in self.pages} | self.others


def every_page(server: Server) -> Tour:
    """Walk as one who is not signed in, and as each role of the demonstration."""
    tour = Tour()
    walk(Reader(server), tour)
    for account in accounts(server):
        walk(Reader(server, account), tour)
    return tour


def accounts(server: Server) -> list[str]:
    """The roles that the sign-in page shows; further people with the same roles are folded away."""
    page = Reader(server).read("/konto/logg-inn/").html.partition("<details")[0]
    return [attrs["value"] or "" for tag, attrs in elements(page) if tag == "button" and attrs.get("name") == "account"]


def walk(reader: Reader, tour: Tour, *first: str) -> None:
    """Follow every link and every form's address from the first pages, each page once."""
    waiting, seen = deque(first or FIRST_STEPS), set[str]()
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if not name or name in seen | tour.others or name.startswith(LEAVES):
            continue
        seen.add(name)
        answer = reader.read(path)
        if answer.html:
            note(tour, reader, answer)
            waiting.extend(leads(answer))
        elif answer.status in (200, 405):
            tour.others.add(name.partition("?")[0])


def note(tour: Tour, reader: Reader, answer: Answer) -> None:
    """Put a page that was read into the tour."""
    tour.add(Stop(name_of(answer.path), answer.path, reader.session, len(answer.html)))


def leads(answer: Answer) -> Iterator[str]:
    """Where a page leads within the house."""
    for tag, attrs in elements(answer.html):
        for name, value in attrs.items():
            if (tag, name) in LEADS or name in ("hx-get", "data-poll"):
                address = urlsplit(urljoin(answer.path, value or ""))
                if not address.netloc and not address.path.startswith("/static/"):
                    yield address._replace(fragment="").geturl()


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of a page in order, with what stands on them."""
    parser = _Elements()
    parser.feed(html)
    return parser.found


def name_of(path: str) -> str:
    """What route an address belongs to, with the names of what it asks for; empty when it is nobody's."""
    address = urlsplit(path)
    asked = sorted({key for key, _value in parse_qsl(address.query, keep_blank_values=True)})
    route = _route(address.path)
    return f"{route}?{'&'.join(asked)}" if route and asked else route


def _route(path: str) -> str:
    inside = path[path.find("/", 1) :]
    for urls, tried in ((OUTSIDE, path), (INSIDE, inside)):
        try:
            return resolve(tried, urls).view_name
        except Resolver404:
            continue
    return ""
