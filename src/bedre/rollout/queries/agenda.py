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
from ..models import Briefing, Step, with_current
from ..titles import title_of
from .known import Known
from .waves import PlanRow, WaveSummary

AHEAD = dt.timedelta(days=14)
ACTING = (Kind.COORDINATOR, Kind.COACH, Kind.UNIT_LEADER, Kind.DEPUTY, Kind.ADVISER, Kind.LEADER_GROUP)
"""Roles that can do something about a deadline; for others nothing is looked up."""


@dataclass(frozen=True)
class Due:
    """Something to be done by a date, `do` in the words of a button. `unit` is the unit's name, or "" for the whole municipality."""

    on: dt.date
    title: str
    url: str
    overdue: bool
    unit: str = ""
    kind: str = "step"
    do: str = ""
    responsible: str = ""


def deadlines(who: Any, ahead: dt.timedelta = AHEAD, known: Known | None = None) -> list[Due]:
    """Steps, course days, visits, reports and briefings that are overdue, or due within `ahead`, that this person can do something about.

    Ordered by date. Seven queries, fewer when the page has `known` some of it.
    """
    if not who.holds(*ACTING):
        return []
    today, known = clock.today(), known or Known()
    found = [due for row in known.plans if acts(who, row) for due in left_to_do(who.tree[row.introduction.unit_id], row)]
    if who.may("rollout.brief"):
        found += _of_municipality(today, known)
    return sorted((due for due in found if due.on <= today + ahead), key=lambda due: (due.on, due.unit, due.title))


def acts(who: Any, row: PlanRow) -> bool:
    """Whether this person carries out the introduction of the unit."""
    return row.introduction.unit_id in who.tree and who.may("rollout.carry_out", who.tree[row.introduction.unit_id])


def left_to_do(unit: Any, row: PlanRow) -> list[Due]:
    """What is left in a unit's plan, the first date first; nothing while it is set aside or when it stands alone. No query."""
    if not row.running:
        return []
    return sorted([*_steps(unit, row), *_course_days(unit, row), *_visits(unit, row)], key=lambda due: due.on)


def _steps(unit: Any, row: PlanRow) -> Iterator[Due]:
    for step in row.steps:
        if step.done is None and not (step.kind == "course_days" and row.course_days):
            route, do = _way(step)
            url = to(route, unit.slug) if route in ("write_plan", "plan_course") else to(route, unit.slug, step.key)
            title, by = title_of(row.introduction, step.key), step.responsible.name if step.responsible else ""
            yield Due(step.last_on, title, url, step.last_on < clock.today(), unit.name, "step", do, by)


def _way(step: Step) -> tuple[str, str]:
    """Where a step is carried out, and what one presses to get there."""
    ways = {"plan": ("write_plan", _("Write the plan")), "course_days": ("plan_course", _("Plan the course days"))}
    return ways.get(step.kind, ("step", _("See the step")))


def _course_days(unit: Any, row: PlanRow) -> Iterator[Due]:
    today = clock.today()
    for day in row.course_days:
        if day.held is None:
            do = _("Write it down as held") if day.on <= today else _("Prepare the day")
            title, url = _("Course day %(n)d") % {"n": day.number}, to("course_day", unit.slug, day.number)
            yield Due(day.on, title, url, day.on < today, unit.name, "course_day", do)


def _visits(unit: Any, row: PlanRow) -> Iterator[Due]:
    today = clock.today()
    for visit in row.visits:
        if visit.held is None:
            do = _("Write down the visit") if visit.on <= today else _("See the visit")
            url, by = to("visit", unit.slug, visit.pk), visit.coach.name if visit.coach else ""
            yield Due(visit.on, _("Guidance visit"), url, visit.on < today, unit.name, "visit", do, by)


def _of_municipality(today: dt.date, known: Known) -> Iterator[Due]:
    for summary in known.waves:
        if summary.wave.state == "decided" and not _reported(summary):
            url = to("wave", summary.wave.pk)
            title = _("Report on %(wave)s") % {"wave": summary.wave.name}
            yield Due(summary.wave.report_due, title, url, summary.wave.report_due < today, "", "report")
    for briefing in with_current(Briefing.objects.all(), "helds"):
        if briefing.held is None:
            url = to("briefing", briefing.pk)
            yield Due(briefing.on, _("Briefing: %(who)s") % {"who": briefing}, url, briefing.on < today, "", "briefing")
    for agreement in known.ending:
        url = to("agreement", agreement.pk)
        ends_on = agreement.ends_on or today
        yield Due(ends_on, _("%(agreement)s ends") % {"agreement": agreement}, url, False, "", "agreement")


def _reported(summary: WaveSummary) -> bool:
    reports = [step for row in summary.rows for step in row.steps if step.kind == "report"]
    return bool(reports) and all(step.done for step in reports)
