"""Every address, asked by every role."""

from __future__ import annotations

import pytest

from .conftest import Walked
from .outside import ANYONE, SIGNED_IN
from .table import TABLE
from .walk import ROOT, TENANT, routes

pytestmark = pytest.mark.timeout(1200)  # some five thousand requests: long where the machine has much else to do


def test_every_address_has_a_row_and_every_row_an_address():
    in_table, known = [row.route for row in TABLE] + ANYONE + SIGNED_IN, routes(TENANT) | routes(ROOT)
    assert [name for name in known if name not in in_table] == []
    assert [name for name in in_table if name not in known] == []
    assert len(in_table) == len(set(in_table))


def test_everyone_gets_what_the_table_says(walked: Walked):
    rows = {row.route: row for row in TABLE}
    differs = [
        f"{route} {method} as {role}: {answer.kind} instead of {expected}"
        for (route, method, role), answer in walked.items()
        if answer.kind != (expected := rows[route].answer(role, method))
    ]
    assert differs == []
