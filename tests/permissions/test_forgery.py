"""A form that another site sends in somebody's name is refused, at every address that takes one."""

from __future__ import annotations

from django.test import Client

from .conftest import Stage
from .outside import ANYONE, SIGNED_IN, SOMETHING
from .table import TABLE
from .test_elsewhere import asks, everything
from .walk import ROOT, fill, routes

STALE = "people/stale_session.html"


def refused(client: Client, path: str) -> bool:
    """Whether a form without its token is turned away, by nothing but that."""
    answer = client.post(path, {"title": "Fra et annet sted"}, headers={"origin": "https://example.com"})
    return answer.status_code in (403, 405) and (answer.status_code == 405 or STALE in [t.name for t in answer.templates])


def test_every_form_of_a_municipality_is_refused_without_its_token(stage: Stage):
    before, taken = everything(stage), []
    for row in TABLE:
        role = "employee" if row.public else asks(row, "POST") if row.do else asks(row, "GET")
        client = Client(enforce_csrf_checks=True)
        client.force_login(stage.cast.people[role].account)
        if not refused(client, stage.path(row)):
            taken.append(row.route)
    assert taken == []
    assert everything(stage) == before


def test_every_form_outside_a_municipality_is_refused_without_its_token(stage: Stage):
    client = Client(enforce_csrf_checks=True)
    client.force_login(stage.cast.leader.account)
    addresses = routes(ROOT)
    assert [name for name in ANYONE + SIGNED_IN if not refused(client, f"/{fill(addresses[name], SOMETHING)}")] == []
