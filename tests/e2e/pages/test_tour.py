"""No page is left out: a new route is either on the tour, or asked for by a script or a form, or named here with the reason."""

from tests.permissions.walk import routes

from .reader import Reader
from .tour import INSIDE, OUTSIDE

ELSEWHERE = {
    "root": "leads on to the municipality",
    "insight:home": "leads on to the first page of the role",
    "health": "for machines",
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
    known = tour.routes | set(ELSEWHERE)
    left = {name: pattern for urls in (INSIDE, OUTSIDE) for name, pattern in routes(urls) if name not in known}
    reader = Reader(house, "demo-admin")
    unseen = sorted(name for name, pattern in left.items() if reader.read(_example(pattern)).status != 405)
    assert unseen == [], unseen


def test_no_route_is_excused_that_is_on_the_tour(tour):
    assert sorted(set(ELSEWHERE) & tour.routes) == []


def _example(pattern) -> str:
    """Some address of a route; only what a form sends to refuses before it looks whether the address is anybody's."""
    path = str(pattern.pattern)
    for kind, value in EXAMPLE.items():
        while f"<{kind}:" in path:
            path = path[: path.index(f"<{kind}:")] + value + path[path.index(">", path.index(f"<{kind}:")) + 1 :]
    return f"/{path}" if path.startswith(("konto/", "demo/")) else f"/harstad/{path}"
