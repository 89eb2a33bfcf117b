"""The plan of a wave, drawn on weeks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.kernel.weeks import DAY

from ..links import to
from ..models import Briefing, CoachTraining, Wave, with_current
from ..queries import PlanRow, WaveSummary, introductions
from ..timeline import Grid, Lane, Mark, Week, grid
from .lines import UnitLine, unit_lines
from .marks import board_marks, guidance_marks, plan_marks, training_marks
from .training import summary_of_training


def wave(who: Any, found: Wave) -> dict[str, Any]:
    """Grid, lanes, the same by week for narrow screens, this week, who has been briefed, training of coaches."""
    rows = introductions(None if who.inside else who.opened_by_agreement, wave=found)
    summary = WaveSummary(found, rows)
    lines = unit_lines(who, rows)
    today = clock.today()
    columns = grid(_dates(summary), today)
    lanes = _lanes(who, lines, columns)
    marks = [(line.unit, mark) for line, unit_lanes in lanes for lane in unit_lanes for mark in lane.marks]
    return {
        "wave": found,
        "summary": summary,
        "lanes": lanes,
        "grid": columns,
        "last_week": columns.weeks[-1].number,
        "today": today,
        **_by_week(columns, marks, today),
        "this_week": _week_of(marks, today),
        "briefings": _briefed(found) if who.inside else [],
        "training": summary_of_training(_trainings(rows), lines),
        "days_left": (found.report_due - today).days,
        "reported": bool(rows) and all(step.done for row in rows for step in row.steps if step.kind == "report"),
        "may_plan": who.may("rollout.plan"),
        "may_decide": who.may("rollout.decide"),
    }


def _dates(summary: WaveSummary) -> list[dt.date]:
    wave = summary.wave
    last = [step.last_on for row in summary.rows for step in row.steps if step.kind != "alone"]
    first = [step.first_on for row in summary.rows for step in row.steps]
    return [wave.starts_on, wave.report_due, *first, *last]


def _lanes(who: Any, lines: list[UnitLine], columns: Grid) -> list[tuple[UnitLine, list[Lane]]]:
    first, last = columns.weeks[0].monday, columns.weeks[-1].monday + DAY * 6
    meetings = board_marks(who, [line.unit for line in lines], first, last)
    return [(line, _unit_lanes(line, meetings.get(line.unit.id, []), columns)) for line in lines]


def _unit_lanes(line: UnitLine, meetings: list[Mark], columns: Grid) -> list[Lane]:
    page = to("introduction", line.unit.slug)
    lanes = [
        Lane("training", _("Training"), training_marks(line), f"{page}#kursdager"),
        Lane("plan", _("Plan and report"), plan_marks(line), page),
        Lane("board", str(line.outline.meeting), meetings),
        Lane("guidance", _("Guidance"), guidance_marks(line), f"{page}#veiledning"),
    ]
    for lane in lanes:
        lane.placed = columns.place(lane.marks)
    return lanes


def _by_week(columns: Grid, marks: list[tuple[Any, Mark]], today: dt.date) -> dict[str, Any]:
    """What begins in each week, for screens too narrow for columns: weeks that are over, and the others. Weeks without anything are left out."""
    weeks: dict[int, tuple[Week, list[tuple[Any, Mark]]]] = {week.column: (week, []) for week in columns.weeks}
    for unit, mark in sorted(marks, key=lambda pair: pair[1].on):
        if columns.shows(mark):
            weeks[columns.column(mark.on)][1].append((unit, mark))
    monday = today - DAY * today.weekday()
    filled = [(week, found) for week, found in weeks.values() if found]
    return {
        "weeks_over": [(week, found) for week, found in filled if week.monday < monday],
        "weeks": [(week, found) for week, found in filled if week.monday >= monday],
    }


def _week_of(marks: list[tuple[Any, Mark]], today: dt.date) -> list[tuple[Any, Mark]]:
    """What is late, and what is to come or was done this week."""
    monday = today - DAY * today.weekday()
    within = [
        (unit, mark) for unit, mark in marks if monday <= mark.on < monday + DAY * 7 and mark.state not in ("cancelled", "late")
    ]
    found = [(unit, mark) for unit, mark in marks if mark.state == "late"] + within
    return sorted(found, key=lambda pair: pair[1].on)


def _briefed(found: Wave) -> list[Briefing]:
    rows = Briefing.objects.filter(Q(wave=None) | Q(wave=found))
    return [row for row in with_current(rows, "helds", "came") if row.held]


def _trainings(rows: list[PlanRow]) -> list[CoachTraining]:
    keys = [row.introduction.pk for row in rows]
    return list(with_current(CoachTraining.objects.filter(introduction__in=keys), "approvals").prefetch_related("notes"))
