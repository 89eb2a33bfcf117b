"""What stands in the four rows of a unit on a wave's plan."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.utils.translation import gettext as _

from bedre.board.queries import meetings
from bedre.kernel import clock

from ..links import to
from ..models import Step
from ..schedule import WEEK
from ..timeline import Mark
from .lines import UnitLine

IN_PLAN_ROW = ("plan", "report")
NOT_DRAWN = ("course_days", "board_start", "guidance", "alone")
"""Steps that show in another way: by their course days, meetings and visits, or as the end itself."""


def training_marks(line: UnitLine) -> list[Mark]:
    """Preparation and information as bars, course days as numbered marks."""
    steps = [step for step in line.row.steps if step.kind not in (*IN_PLAN_ROW, *NOT_DRAWN)]
    return [_bar(line, step) for step in steps] + _course_marks(line)


def _course_marks(line: UnitLine) -> list[Mark]:
    found = []
    for day in line.row.course_days:
        state = "held" if day.held else _planned(day.on)
        text = _("Course day %(n)d, held") if day.held else _("Course day %(n)d, planned")
        url = to("course_day", line.unit.slug, day.number)
        found.append(
            Mark(day.held.on if day.held else day.on, "day", state, text % {"n": day.number}, str(day.number), url=url)
        )
    return found


def plan_marks(line: UnitLine) -> list[Mark]:
    """The project plan and the writing of the report as bars, the day the report is due as a mark."""
    steps = [step for step in line.row.steps if step.kind in IN_PLAN_ROW]
    bars = [_bar(line, step, _address(line, step), _until(step)) for step in steps]
    due = [step for step in steps if step.kind == "report"]
    return bars + [
        Mark(step.last_on, "due", line.row.state_of(step), _("The report is due"), icon="document", url=_address(line, step))
        for step in due
    ]


def guidance_marks(line: UnitLine) -> list[Mark]:
    """Visits made and planned."""
    found = []
    for visit in line.row.visits:
        held = visit.held
        text = _("Guidance visit, made") if held else _("Guidance visit, planned")
        url = to("visit", line.unit.slug, visit.pk)
        state = "held" if held else _planned(visit.on)
        note = line.row.last_visit.next_step if not held and line.row.last_visit else ""
        icon = "tick" if held else ""
        found.append(Mark(held.on if held else visit.on, "visit", state, text, icon=icon, url=url, note=note))
    return found


def board_marks(who: Any, units: list[Any], first: dt.date, last: dt.date) -> dict[uuid.UUID, list[Mark]]:
    """Board meetings by unit, from the board's own calendar, of the boards this person may see."""
    seen = [unit for unit in units if who.may("board.see", unit)]
    found: dict[uuid.UUID, list[Mark]] = {}
    for meeting in meetings([unit.id for unit in seen], first, last):
        state = "now" if meeting.to_come and meeting.on == clock.today() else meeting.state
        found.setdefault(meeting.unit_id, []).append(Mark(meeting.on, "meeting", state, _meeting_text(meeting.state)))
    return found


def _meeting_text(state: str) -> str:
    words = {
        "held": _("Meeting, held"),
        "cancelled": _("Meeting, cancelled"),
        "missed": _("Meeting, not noted"),
        "running": _("Meeting, under way"),
    }
    return words.get(state, _("Meeting, planned"))


def _until(step: Step) -> dt.date:
    """The bar of the report leaves the last week to the mark that says it is due."""
    return max(step.last_on - WEEK, step.first_on) if step.kind == "report" else step.last_on


def _bar(line: UnitLine, step: Step, url: str = "", until: dt.date | None = None) -> Mark:
    title = line.outline.title(step.key)
    words = {
        "done": _("%(step)s, done"),
        "late": _("%(step)s, late"),
        "now": _("%(step)s, under way"),
        "planned": _("%(step)s, planned"),
    }
    state = line.row.state_of(step)
    text = words[state] % {"step": title}
    icon = "people" if step.kind == "information_meeting" else ""
    return Mark(
        step.first_on,
        "bar",
        state,
        text,
        title,
        icon,
        url or to("introduction", line.unit.slug),
        until=until or step.last_on,
    )


def _address(line: UnitLine, step: Step) -> str:
    slug = line.unit.slug
    return to("project_plan", slug) if step.kind == "plan" else to("introduction", slug)


def _planned(on: dt.date) -> str:
    return "late" if on < clock.today() else "planned"
