"""What pages show to whom, and how they are sent: read from the walk."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from tests.whole.pages import HOME, links

from .conftest import Stage, Walked
from .outside import SIGNED_IN, SOMETHING
from .roles import ANY_ADVISER, ASKING, NEAR, OUTSIDE, STAFF
from .row import ALLOWED, HIDDEN, SIGN_IN
from .stage import OF_UNIT
from .table import TABLE
from .walk import ROOT, fill, methods, routes

pytestmark = pytest.mark.timeout(1200)  # the first one walks
ROWS = {row.route: row for row in TABLE}
FORM = re.compile(r"(<form\b[^>]*>)(.*?)</form>", re.DOTALL)
BUTTON = re.compile(r"<button\b(?![^>]*type=\"button\")[^>]*>")
ATTRIBUTE = re.compile(r'\b(method|action|formaction)="([^"]*)"')
INLINE = re.compile(r"<style|\sstyle=|\son\w+=\"|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)
POLICY = frozenset(
    [
        "default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
        "form-action 'self'",
    ]
)  # fmt: skip


def sent_from(page: str, own: str) -> list[str]:
    """Paths that the forms of a page are posted to; a button may say its own."""
    forms = [(dict(ATTRIBUTE.findall(tag)), inner) for tag, inner in FORM.findall(page)]
    return [
        path for form, inner in forms if form.get("method") == "post" for path in _targets(form.get("action") or own, inner)
    ]


def _targets(action: str, inner: str) -> list[str]:
    buttons = [dict(ATTRIBUTE.findall(tag)) for tag in BUTTON.findall(inner)]
    return [urlsplit(button.get("formaction") or action).path for button in buttons or [{}]]


def is_shut(role: str | None, method: str, path: str, slug: str) -> bool:
    """Whether a path of Harstad is none that this role may ask; paths of other units are not looked at."""
    if not path.startswith(f"{HOME}/"):
        return False
    try:
        found = resolve(path.removeprefix(HOME), settings.TENANT_URLCONF)
    except Resolver404:
        return True
    row = ROWS[found.view_name]
    return found.kwargs.get("slug", slug) == slug and row.answer(role, method) != ALLOWED


def test_no_page_shows_anybody_a_door_that_is_shut(walked: Walked):
    slug = "hjemmetjenesten-2"
    at_home = set(ASKING) - {"other_adviser"}  # whose pages name things of the other unit
    pages = {
        asked: answer for asked, answer in walked.items() if asked[2] in at_home and answer.page and answer.kind == ALLOWED
    }
    doors = {
        (role, method, path)
        for (_route, _method, role), answer in pages.items()
        for method, paths in (("GET", links(answer.text)), ("POST", sent_from(answer.text, answer.path)))
        for path in paths
    }
    shut = sorted(f"{method} {path} as {role}" for role, method, path in doors if is_shut(role, method, path, slug))
    assert shut == []


def test_a_closed_board_exists_for_the_unit_and_those_near_it_only(stage: Stage):
    stage.close_board()
    asked = [
        (row, method, role, stage.walker.ask(role, method, stage.path(row)).kind)
        for row in TABLE
        if row.at_board
        for method in methods(row)
        for role in sorted(STAFF)
    ]
    expected = [(row, method, role, row.answer(role, method) if role in NEAR else HIDDEN) for row, method, role, _kind in asked]
    assert asked == expected


def test_what_stands_on_a_closed_board_stands_on_no_page_of_others(stage: Stage):
    stage.close_board()
    others = ["director", "other_leader", "administrator"]
    pages = {
        (row.route, role): stage.walker.ask(role, "GET", stage.path(row)).text for row in TABLE if row.see for role in others
    }
    assert [where for where, text in pages.items() if f"{OF_UNIT}Hjemmetjenesten 2" in text] == []


def test_advisers_meet_only_the_units_that_their_agreement_names(walked: Walked):
    others = {"adviser": "Bergsodden", "other_adviser": "Hjemmetjenesten", "former_adviser": "Hjemmetjenesten"}
    met = [asked for asked, answer in walked.items() if asked[2] in others and others[asked[2]] in answer.text]
    assert met == []


def test_nobody_outside_the_staff_but_an_adviser_reads_a_card(walked: Walked):
    outside = OUTSIDE - ANY_ADVISER
    assert [asked for asked, answer in walked.items() if asked[2] in outside and OF_UNIT in answer.text] == []


def test_every_answer_carries_the_same_strict_policy(walked: Walked):
    sent = {frozenset(answer.headers.get("Content-Security-Policy", "").split("; ")) for answer in walked.values()}
    assert sent == {POLICY}
    assert {answer.headers.get("X-Frame-Options") for answer in walked.values()} == {"DENY"}


def test_so_does_every_answer_outside_a_municipality_and_what_is_ones_own_asks_who_it_is(stage: Stage):
    addresses = {name: f"/{fill(route, SOMETHING)}" for name, route in routes(ROOT).items()}
    answers = {
        (role, name): stage.walker.ask(role, "GET", path) for name, path in addresses.items() for role in (None, "leader")
    }
    assert {frozenset(answer.headers["Content-Security-Policy"].split("; ")) for answer in answers.values()} == {POLICY}
    assert [where for where, answer in answers.items() if INLINE.search(answer.text)] == []
    assert [name for name in SIGNED_IN if answers[None, name].kind != SIGN_IN] == []


def test_no_page_holds_a_script_or_style_of_its_own(walked: Walked):
    assert [asked for asked, answer in walked.items() if INLINE.search(answer.text)] == []
