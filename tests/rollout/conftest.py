"""The pilot wave of the introduction, for tests of its pages."""

import datetime as dt

import pytest

from bedre.kernel.tenancy import active
from bedre.rollout.adopted import present
from bedre.rollout.models import (
    Briefing,
    CoachTraining,
    CoachVisit,
    Considered,
    Decision,
    Line,
    ProjectPlan,
    Wave,
)
from tests.rollout.stage import REPORT_DUE, WEEK_7, train

TODAY = dt.date(2015, 6, 15)


@pytest.fixture
def stage(cast):
    """The pilot wave under way, with one of everything that has a page."""
    with active(cast.municipality):
        wave = Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 12), report_due=REPORT_DUE, by=cast.coordinator)
        units = [cast.unit, cast.nav]
        for introduction in wave.take_in(units, outline=present(), course_week=WEEK_7, coach=cast.coach, by=cast.coordinator):
            train(introduction, cast.coach, days=3)
            visit = CoachVisit.plan(introduction, on=dt.date(2015, 3, 4), by=cast.coach)
            visit.hold(
                by=cast.coach, version=1, on=visit.on, seen="Alle sto", next_step="Ta tiden", next_on=dt.date(2015, 6, 17)
            )
            ProjectPlan.of(introduction).write(by=cast.leader, version=1, why="Mer tid", lines=[Line("Ro ved middag")])
            CoachTraining.begin(introduction, person=cast.coach, by=cast.coordinator)
        decision = Decision.make(
            title="Vi velger metoden",
            decided_on=TODAY,
            by=cast.coordinator,
            alternatives=[Considered("A", "dyr"), Considered("B", "", True)],
        )
        briefing = Briefing.plan(audience="politicians", on=TODAY, by=cast.coordinator, name="Formannskapet")
    cast.wave, cast.decision, cast.briefing, cast.visit = wave, decision, briefing, visit
    return cast
