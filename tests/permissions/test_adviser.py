"""An adviser is let in by an agreement, and out on the day that it ends."""

from __future__ import annotations

import datetime as dt

import pytest

from bedre.kernel import clock
from bedre.kernel.tenancy import active
from tests.cast import TODAY

from .conftest import Stage
from .row import ALLOWED
from .table import TABLE
from .walk import methods

TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize(("day", "like"), [(TODAY, "adviser"), (TOMORROW, "former_adviser")])
def test_access_ends_on_the_very_day_that_the_agreement_ends(stage: Stage, settings, day, like):
    with active(stage.cast.municipality):
        stage.cast.agreement.end(on=TOMORROW, by=stage.cast.coordinator)
    settings.BEDRE_CLOCK = day
    with clock.at(day):
        answers = [
            (row.route, method, stage.walker.ask("adviser", method, stage.path(row)).kind, row.answer(like, method))
            for row in TABLE
            for method in methods(row)
            if row.answer("adviser", method) == ALLOWED
        ]
    assert [answer for answer in answers if answer[2] != answer[3]] == []
