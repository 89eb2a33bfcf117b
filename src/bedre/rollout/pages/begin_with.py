"""What forms begin with: the values that stand now, or a suggestion."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest

from bedre.kernel.text import whole
from bedre.kernel.weeks import DAY, week

from ..models import Line, ProjectPlan, Wave
from ..queries import PlanRow
from ..schedule import course_dates

WEEKS_BEFORE_COURSE = 3


def seen(request: HttpRequest) -> int | None:
    """The version a page was opened on, from a form with buttons only."""
    return whole(request.POST.get("version"))


def first_course_week(wave: Wave) -> dict[str, Any]:
    """Three weeks after the wave starts, so that leaders and information come first: as 2015-W07."""
    year, number = week(wave.starts_on + DAY * 7 * WEEKS_BEFORE_COURSE)
    return {"course_week": f"{year}-W{number:02}"}


def course_suggestion(row: PlanRow, days: int) -> dict[str, Any]:
    """Dates already planned, else two working days a week from the week the plan says."""
    planned = {f"day_{day.number}": day.on for day in row.course_days}
    step = next((step for step in row.steps if step.kind == "course_days"), None)
    first = step.first_on if step else row.introduction.starts_on
    suggested = {f"day_{n}": on for n, on in enumerate(course_dates(first, days), 1)}
    place = next((day.place for day in row.course_days if day.place), "")
    return {**suggested, **planned, "place": place, "version": row.introduction.version}


def visit_fields(visit: Any) -> dict[str, Any]:
    """A visit's own values; the date is the one it was held on."""
    on: dt.date = visit.held.on if visit.held else visit.on
    return {"on": on, "seen": visit.seen, "next_step": visit.next_step, "version": visit.version}


def plan_text(plan: ProjectPlan) -> tuple[str, list[Line]]:
    """Why, and the lines of the newest version."""
    newest = plan.versions.prefetch_related("lines").first() if not plan._state.adding else None
    if newest is None:
        return "", []
    return newest.why, [Line(line.goal, line.notice, line.who, line.when) for line in newest.lines.all()]


def plan_fields(plan: ProjectPlan) -> dict[str, Any]:
    """The newest version as fields of the form, to compare with what somebody else typed."""
    why, lines = plan_text(plan)
    names = ("goal", "notice", "who", "when")
    return {"why": why} | {f"{name}_{n}": getattr(line, name) for n, line in enumerate(lines) for name in names}


def decision_fields(decision: Any) -> dict[str, Any]:
    """The decision's own fields."""
    return {name: getattr(decision, name) for name in ("title", "body", "decided_on", "why", "version")}


def briefing_fields(briefing: Any) -> dict[str, Any]:
    """The briefing's own fields."""
    names = ("audience", "name", "on", "starts_at", "place", "invited", "shown", "held_by", "version")
    return {name: getattr(briefing, name) for name in names} | {"partner": briefing.partner_id, "wave": briefing.wave_id}


def agreement_fields(agreement: Any) -> dict[str, Any]:
    """The agreement's own fields, its parties and its units."""
    names = ("title", "starts_on", "ends_on", "scope", "shared", "version")
    partners = [partner.pk for partner in agreement.partners.all()]
    return {name: getattr(agreement, name) for name in names} | {
        "partners": partners,
        "units": [row.unit_id for row in agreement.units.all()],
    }
