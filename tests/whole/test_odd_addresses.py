"""Whatever stands in an address or comes with a form, the answer is a page or a sentence: never a crash."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import pytest
from bs4 import BeautifulSoup

from bedre.kernel.once import FIELD
from tests.permissions.conftest import Stage, set_up
from tests.permissions.row import Row
from tests.permissions.table import TABLE
from tests.permissions.test_elsewhere import asks
from tests.permissions.walk import methods

ASKED = """
    dato endre enhet fra gevinst kolonne kort lys next om ord per pulje q reach seen side state text tilstand to under version vis
""".split()  # noqa: SIM905
"""What our own links put after the question mark."""
ODD = ["abc", "9" * 25, "0001-01-01", "9999-12-31", "\x00"]
"""No number, none that fits, the first and the last day, a character that no database takes."""


@pytest.fixture
def stage(db) -> Stage:
    """The stage, with browsers that show a crash as its page."""
    stage = set_up()
    for name in {role(row, method) for row in TABLE for method in methods(row)}:
        stage.walker.client(name).raise_request_exception = False
    return stage


def role(row: Row, method: str) -> str:
    """Somebody who may."""
    return "leader" if row.public else asks(row, method)


def filled(form) -> dict[str, str]:
    """What a form says before anybody types: the first choice where one must choose."""
    first = {str(tag["name"]): tag.select_one("option[value]:not([value=''])") for tag in form.select("select[name]")}
    typed = {str(tag["name"]): str(tag.get("value") or tag.get_text()) for tag in form.select("[name]:not(select)")}
    chosen = {name: str(option["value"]) if option else "" for name, option in first.items()}
    return {name: value for name, value in {**typed, **chosen}.items() if name not in (FIELD, "csrfmiddlewaretoken")}


def forms(stage: Stage) -> dict[str, dict[str, str]]:
    """What each form says, by the address that it is sent to."""
    found: dict[str, dict[str, str]] = {}
    for row in (row for row in TABLE if "GET" in methods(row)):
        path = stage.path(row)
        page = BeautifulSoup(stage.walker.ask(role(row, "GET"), "GET", path).text, "html.parser")
        for form in page.select("form[method=post]"):
            found.setdefault(urlsplit(str(form.get("action") or path)).path, {}).update(filled(form))
    return found


def test_no_odd_question_makes_a_page_crash(stage: Stage):
    crashed = [
        (row.route, odd)
        for row in TABLE
        if "GET" in methods(row)
        for odd in ODD
        for path in [f"{stage.path(row)}?{urlencode(dict.fromkeys(ASKED, odd))}"]
        if stage.walker.ask(role(row, "GET"), "GET", path).status >= 500
    ]
    assert crashed == []


def test_no_odd_form_makes_a_page_crash(stage: Stage):
    said = forms(stage)
    crashed = [
        (row.route, name, odd)
        for row in TABLE
        if "POST" in methods(row)
        for own in [said.get(stage.path(row), {})]
        for name in {*own, "next"}
        for odd in ("abc", "9999-12-31")
        if stage.walker.ask(role(row, "POST"), "POST", stage.path(row), own | {name: odd}).status >= 500
    ]
    assert crashed == []
