"""Whatever stands in an address the answer is a page or a sentence: never a crash."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

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
