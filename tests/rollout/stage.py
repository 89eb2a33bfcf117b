"""What the tests of the introduction share: the method's steps as an outline, and a pilot on its way."""

from __future__ import annotations

import datetime as dt

from bedre.rollout.models import CourseDay, Introduction, Wave
from bedre.rollout.outline import Outline, OutlineStep
from tests.cast import Cast

KINDS = [
    ("decision", False), ("orientation", False), ("leader_preparation", True), ("information_meeting", True), ("course_days", True),
    ("plan", True), ("board_start", True), ("guidance", True), ("report", True), ("alone", True),
]  # fmt: skip
OUTLINE = Outline(
    None,
    tuple(OutlineStep(kind, kind, n, of_unit, kind, days=4) for n, (kind, of_unit) in enumerate(KINDS, 1)),
    "Vestre Toten",
)
WEEK_7 = dt.date(2015, 2, 9)
REPORT_DUE = dt.date(2015, 6, 30)
COURSE = [dt.date(2015, 2, 10), dt.date(2015, 2, 12), dt.date(2015, 2, 17), dt.date(2015, 2, 19)]


def pilot(cast: Cast, unit=None, **fields) -> Introduction:
    """The introduction of a unit in the pilot wave, planned by the coordinator."""
    wave = fields.pop("wave", None) or Wave.objects.filter(name="Pilotene").first() or pilots(cast)
    return Introduction.start(
        unit=unit or cast.unit, outline=fields.pop("outline", OUTLINE), course_week=WEEK_7, report_due=REPORT_DUE,
        wave=wave, by=cast.coordinator, **fields,
    )  # fmt: skip


def pilots(cast: Cast) -> Wave:
    """The pilot wave of 2015."""
    return Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 19), report_due=REPORT_DUE, by=cast.coordinator)


def planned_course(introduction: Introduction, by) -> list[CourseDay]:
    """Four course days in weeks 7 and 8 of 2015."""
    introduction.refresh_from_db()
    return CourseDay.plan_all(introduction, COURSE, by=by, version=introduction.version)


def train(introduction: Introduction, by, days: int = 4) -> list[CourseDay]:
    """Hold the first course days on their dates, 21 people each."""
    course = planned_course(introduction, by)
    for day in course[:days]:
        day.hold(by=by, on=day.on, attendance=21)
    return course
