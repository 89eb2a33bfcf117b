"""No page is left out: a new route is either on the tour, or asked for by a script or a form, or named here with the reason."""

import re

from tests.permissions.walk import routes

from .reader import Reader
from .tour import INSIDE, OUTSIDE

ELSEWHERE = {
    "root": "leads on to the municipality",
    "insight:home": "leads on to the first page of the role",
    "health": "for machines",
    "worker": "the script that knows the offline page",
    "ics": "a calendar, not a page",
    "setup": "only in an empty installation: test_first_minute",
    "exchange:progress": "a part of exchange:run",
    "mfa_login_webauthn": "for the script of the sign-in page",
    "mfa_list_webauthn": "needs a passkey: tests/people",
    "mfa_edit_webauthn": "needs a passkey: tests/people",
    "mfa_remove_webauthn": "needs a passkey: tests/people",
    "mfa_reauthenticate_webauthn": "needs a passkey: tests/people",
}
EXAMPLE = {"uuid": "00000000-0000-7000-8000-000000000000", "int": "1", "str": "x", "slug": "x"}


def test_every_route_is_on_the_tour_or_does_something(house, tour):
    inside = {name: f"/harstad/{route}" for name, route in routes(INSIDE).items()}
    every = inside | {name: f"/{route}" for name, route in routes(OUTSIDE).items()}
    reader = Reader(house, "demo-admin")
    left = {name: _example(route) for name, route in every.items() if name not in tour.routes | set(ELSEWHERE)}
    unseen = [name for name, path in left.items() if reader.read(path).status != 405]
    assert unseen == [], unseen


def test_no_route_is_excused_that_is_on_the_tour(tour):
    assert sorted(set(ELSEWHERE) & tour.routes) == []


def _example(route: str) -> str:
    """Some address of a route; what only takes a form says so before it looks whose the address is."""
    return re.sub(r"<(\w+):\w+>", lambda found: EXAMPLE[found[1]], route)
