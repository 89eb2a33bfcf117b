"""A unit's introduction, and single things in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from bedre.files.queries import files_of
from bedre.kernel import clock
from bedre.kernel.weeks import holiday

from ..adopted import outline, present
from ..forms.practice import FileForm
from ..links import to
from ..models import CourseDay, Introduction, Step
from ..outline import Outline
from ..queries import PlanRow, left_to_do
from ..schedule import Move

NEXT = 3
"""How many of the things that come next stand at the top of a unit's page."""


def introduction(who: Any, unit: Any, row: PlanRow) -> dict[str, Any]:
    """Steps with dates and state, course days, visits, the plan's state, training, and what this person may do."""
    intro = row.introduction
    steps = outline(intro.method_version)
    today = clock.today()
    lines = [(steps.by_key.get(step.key), step, row.state_of(step)) for step in row.steps]
    return {
        "unit": unit,
        "above": next(iter(who.tree.above(unit.id)), None),
        "row": row,
        "done": [line for line in lines if line[2] == "done"],
        "to_do": [line for line in lines if line[2] != "done"],
        "position": steps.by_key.get(row.position.key) if row.position else None,
        "total": len(steps.steps),
        "method": steps.name,
        "coach_title": steps.coach,
        "newer": _newer(intro),
        "coming": left_to_do(unit, row)[:NEXT],
        "left": sum(1 for step in row.steps if step.kind != "alone" and step.done is None),
        "may_plan": who.may("rollout.plan", unit),
        "may_carry_out": who.may("rollout.carry_out", unit),
        "may_write_plan": who.may("rollout.write_plan", unit),
        "today": today,
    }


def _newer(introduction: Introduction) -> Outline | None:
    """The municipality's present method, where this introduction follows another version."""
    now = present()
    return now if now.version != introduction.method_version else None


def step(introduction: Introduction, found: Step) -> dict[str, Any]:
    """A step with its place in the method."""
    steps = outline(introduction.method_version)
    return {"step": found, "of_method": steps.by_key.get(found.key), "title": steps.title(found.key), "total": len(steps.steps)}


def moves(here: Any, found: Step, on: dt.date) -> list[dict[str, Any]]:
    """What would move when a step begins on another day, in words: title, dates before and after, holidays in the way."""
    steps = outline(here.introduction.method_version)
    return [_move(steps, move) for move in found.moves(on)]


def too_late(here: Any, found: Step, on: dt.date) -> dt.date | None:
    """The day the wave's report is due, when the move would take this unit's report past it."""
    wave = here.introduction.wave
    kinds = {step.key: step.kind for step in here.row.steps}
    reports = [move.to[1] for move in found.moves(on) if kinds.get(move.what) == "report"]
    return wave.report_due if wave and any(end > wave.report_due for end in reports) else None


def _move(steps: Outline, move: Move) -> dict[str, Any]:
    key, _colon, number = move.what.partition(":")
    title = _("Course day %(n)s") % {"n": number} if number else steps.title(key)
    return {"title": title, "was": move.was, "to": move.to, "same": move.was == move.to, "holidays": move.holidays}


def plan_now(key: str) -> Callable[[Any], dict[str, Any]]:
    """The dates that stand now for a step, when somebody else changed the plan."""

    def current(introduction: Introduction) -> dict[str, Any]:
        found = introduction.steps.filter(key=key).first()
        return {"first_on": found.first_on, "last_on": found.last_on, "to": found.first_on, "note": found.note} if found else {}

    return current


def done_elsewhere(unit: Any, found: Step) -> str | None:
    """Where a step is done when it is not by saying so: course days, the plan, the last step."""
    if found.kind == "course_days":
        return to("introduction", unit.slug) + "#kursdager"
    if found.kind == "plan":
        return to("write_plan", unit.slug)
    return to("introduction", unit.slug) + "#alene" if found.kind == "alone" else None


def course_day(row: PlanRow, found: CourseDay) -> dict[str, Any]:
    """A course day with those around it, and the holiday it falls on."""
    return {
        "day": found,
        "row": row,
        "count": len(row.course_days),
        "holiday": holiday(found.on),
        "files": files_of(found),
        "file_form": FileForm(),
    }


def visit_before(row: PlanRow, found: Any) -> Any:
    """The visit held before this one: what was agreed then."""
    on = found.held.on if found.held else found.on
    earlier = [(visit.held.on, visit) for visit in row.visits if visit.held and visit.pk != found.pk]
    return max((pair for pair in earlier if pair[0] < on), key=lambda pair: pair[0], default=(None, None))[1]


def method_move(unit: Any, row: PlanRow, target: Outline) -> dict[str, Any]:
    """Which steps stay, come and go when the introduction follows another version."""
    present = {found.key: found for found in row.steps}
    steps = outline(row.introduction.method_version)
    return {
        "unit": unit,
        "to": target,
        "from": steps,
        "new": [found for found in target.of_unit if found.key not in present],
        "gone": [steps.title(key) for key, found in present.items() if key not in target.by_key and found.done is None],
        "version": row.introduction.version,
    }
