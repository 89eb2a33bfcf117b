"""Every page costs the same number of queries for one unit and for three, and never more than 20."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bedre.kernel.tenancy import active
from bedre.rollout.adopted import present
from bedre.rollout.models import Briefing, CoachTraining, CoachVisit, Considered, Decision, Line, ProjectPlan, Wave
from tests.rollout.stage import REPORT_DUE, WEEK_7, train

TODAY = dt.date(2015, 6, 15)


def grow(cast, wave, units, n):
    for introduction in wave.take_in(units, outline=present(), course_week=WEEK_7, coach=cast.coach, by=cast.coordinator):
        train(introduction, cast.coach)
        CoachVisit.plan(introduction, on=TODAY, by=cast.coach).hold(by=cast.coach, version=1, on=TODAY, seen="A")
        ProjectPlan.of(introduction).write(by=cast.leader, version=1, why="", lines=[Line("A")] * (n + 1))
        CoachTraining.begin(introduction, person=cast.coach, by=cast.coordinator).note(
            step="guidance", level="alone", on=TODAY, by=cast.coordinator
        )
    briefing = Briefing.plan(audience="union", on=TODAY, by=cast.coordinator, name=f"Nr. {n}")
    briefing.hold(by=cast.coordinator, on=TODAY, came=3)
    Decision.make(title=f"Nr. {n}", decided_on=TODAY, by=cast.coordinator, alternatives=[Considered("A")])


LOCK = ("set_config", "current_setting", "SAVEPOINT", "BEGIN")
"""What PostgreSQL's row-level security adds to a request: no questions of ours."""


def asked(captured):
    return len([query for query in captured if not any(word in query["sql"] for word in LOCK)])


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("innforing", 16), ("innforing/pulje/{wave}", 18), ("innforing/veileder", 15), ("innforing/orienteringer", 8), ("avtaler", 10),
        ("hjemmetjenesten-2/innforing", 13), ("hjemmetjenesten-2/innforing/plan", 15), ("hjemmetjenesten-2/innforing/opplaring", 14),
    ],
)  # fmt: skip
def test_a_page_costs_the_same_for_one_unit_and_three(cast, client_as, page, queries):
    client = client_as("coordinator")
    with active(cast.municipality):
        wave = Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 12), report_due=REPORT_DUE, by=cast.coordinator)
        wave.decide(by=cast.director, on=TODAY)
        grow(cast, wave, [cast.unit], 1)
    url = f"/harstad/{page.format(wave=wave.pk)}"
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    with active(cast.municipality):
        grow(cast, wave, [cast.nav, cast.other_unit], 2)
    with CaptureQueriesContext(connection) as three:
        assert client.get(url).status_code == 200
    assert (asked(one), asked(three)) == (queries, queries)
