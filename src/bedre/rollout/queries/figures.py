"""Figures of the introduction as of a date, as known at a moment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection

from bedre.kernel import clock
from bedre.organisation.tree import Tree, tree

from ..coverage import Coverage, trained_on
from ..coverage import coverage as work_out
from ..models import CourseDayHeld, MethodChoice, latest
from .waves import PlanRow


def coverage(as_of: dt.date, known_at: dt.datetime | None = None) -> Coverage:
    """Units trained of the units that count on a date. Three queries."""
    counting = {node.id for node in tree(as_of, known_at).counting}
    return work_out(set(trained_units(as_of, known_at)), counting, as_of)


def coverage_now(plans: Collection[PlanRow], units: Tree) -> Coverage:
    """The coverage as of today from the plans of all units and today's tree: the same figure as `coverage`. No query."""
    trained = {row.introduction.unit_id for row in plans if row.trained_on}
    return work_out(trained, {node.id for node in units.counting}, clock.today())


def trained_units(as_of: dt.date, known_at: dt.datetime | None = None) -> dict[uuid.UUID, dt.date]:
    """The units whose course days were all held by a date, with the day each became trained. Two queries."""
    held: dict[uuid.UUID, list[dt.date]] = defaultdict(list)
    facts = CourseDayHeld.objects.filter(on__lte=as_of).select_related("course_day")
    for fact in facts:
        if fact.holds(as_of, known_at):
            held[fact.course_day.introduction_id].append(fact.on)
    found: dict[uuid.UUID, dt.date] = {}
    for introduction_id, (unit_id, required) in _required(as_of, known_at).items():
        day = trained_on(required, held[introduction_id])
        if day is not None:
            found[unit_id] = min(day, found.get(unit_id, day))
    return found


def _required(as_of: dt.date, known_at: dt.datetime | None) -> dict[uuid.UUID, tuple[uuid.UUID, int]]:
    """Unit and number of course days by introduction, by the version of the method that it ran by on the date."""
    choices: dict[uuid.UUID, list[MethodChoice]] = defaultdict(list)
    for choice in MethodChoice.objects.select_related("introduction"):
        choices[choice.introduction_id].append(choice)
    chosen = {key: latest(rows, as_of, known_at) for key, rows in choices.items()}
    return {key: (choice.introduction.unit_id, choice.course_days) for key, choice in chosen.items() if choice is not None}
