"""What is due for somebody who can act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.people.models import RoleKind as Kind

from ..links import to
from ..models import Briefing, with_current
from ..titles import title_of
from .waiting import ending_soon
from .waves import PlanRow, WaveSummary, introductions, waves

AHEAD = dt.timedelta(days=14)
ACTING = (Kind.COORDINATOR, Kind.COACH, Kind.UNIT_LEADER, Kind.DEPUTY, Kind.ADVISER)
"""Roles that can do something about a deadline; for others nothing is looked up."""


@dataclass(frozen=True)
class Due:
    """Something to be done by a date. `unit` is the unit's name, or "" for the whole municipality."""

    on: dt.date
    title: str
    url: str
    overdue: bool
    unit: str = ""
    kind: str = "step"


def deadlines(who: Any, ahead: dt.timedelta = AHEAD, plans: list[PlanRow] | None = None) -> list[Due]:
    """Steps, course days, visits, reports and briefings that are overdue, or due within `ahead`, that this person can do something about.

    Ordered by date. Seven queries, three when the `plans` of all units are given.
    """
    if not who.holds(*ACTING):
        return []
    today = clock.today()
    plans = introductions() if plans is None else plans
    rows = [row for row in plans if row.running and acts(who, row)]
    found = [due for row in rows for due in _of_unit(who, row, today)]
    if who.may("rollout.plan"):
        found += _of_municipality(today, plans)
    return sorted((due for due in found if due.on <= today + ahead), key=lambda due: (due.on, due.unit, due.title))


def acts(who: Any, row: PlanRow) -> bool:
    return row.introduction.unit_id in who.tree and who.may("rollout.carry_out", who.tree[row.introduction.unit_id])


def _of_unit(who: Any, row: PlanRow, today: dt.date) -> Iterator[Due]:
    unit = who.tree[row.introduction.unit_id]
    plan = to("introduction", unit.slug)
    for step in row.steps:
        if step.done is None and not (step.kind == "course_days" and row.course_days):
            yield Due(step.last_on, title_of(row.introduction, step.key), plan, step.last_on < today, unit.name, "step")
    for day in row.course_days:
        if day.held is None:
            url = to("course_day", unit.slug, day.number)
            yield Due(day.on, _("Course day %(n)d") % {"n": day.number}, url, day.on < today, unit.name, "course_day")
    for visit in row.visits:
        if visit.held is None:
            url = to("visit", unit.slug, visit.pk)
            yield Due(visit.on, _("Guidance visit"), url, visit.on < today, unit.name, "visit")


def _of_municipality(today: dt.date, plans: list[PlanRow]) -> Iterator[Due]:
    for summary in waves(rows=plans):
        if summary.wave.state == "decided" and not _reported(summary):
            url = to("wave", summary.wave.pk)
            title = _("Report on %(wave)s") % {"wave": summary.wave.name}
            yield Due(summary.wave.report_due, title, url, summary.wave.report_due < today, "", "report")
    for briefing in with_current(Briefing.objects.all(), "helds"):
        if briefing.held is None:
            url = to("briefing", briefing.pk)
            yield Due(briefing.on, _("Briefing: %(who)s") % {"who": briefing}, url, briefing.on < today, "", "briefing")
    for agreement in ending_soon():
        url = to("agreement", agreement.pk)
        ends_on = agreement.ends_on or today
        yield Due(ends_on, _("%(agreement)s ends") % {"agreement": agreement}, url, False, "", "agreement")


def _reported(summary: WaveSummary) -> bool:
    reports = [step for row in summary.rows for step in row.steps if step.kind == "report"]
    return bool(reports) and all(step.done for step in reports)
