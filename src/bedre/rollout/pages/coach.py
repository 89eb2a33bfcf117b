"""The coach's page: units by step, next visit, what is late. (The cockpit of waves and capacity gets its place below the list.)"""

from __future__ import annotations

import uuid
from itertools import groupby
from typing import Any

from bedre.board.queries.unanswered import unanswered
from bedre.kernel import clock

from ..queries import Known, deadlines
from .lines import UnitLine, unit_lines

AFTER_ALL_STEPS = 999


def coach(who: Any, *, everything: bool = False) -> dict[str, Any]:
    """Units that this person coaches (or all), by their present step in the method's order; the ideas that wait; deadlines."""
    known = Known()
    plans = known.plans
    rows = [row for row in plans if row.introduction.unit_id in who.tree]
    mine = [row for row in rows if row.introduction.coach_id == who.person.pk]
    lines = unit_lines(who, rows if everything or not mine else mine)
    ideas = _ideas(who, lines)
    return {
        "groups": _by_step(lines),
        "count": len(lines),
        "late": sum(1 for line in lines if line.late),
        "ideas": ideas,
        "waiting": sum(ideas.values()),
        "everything": everything or not mine,
        "has_own": bool(mine),
        "others": len(rows) - len(mine),
        "due": deadlines(who, known=known),
        "today": clock.today(),
    }


def _ideas(who: Any, lines: list[UnitLine]) -> dict[uuid.UUID, int]:
    """How many ideas wait for an answer at each board that this person may see."""
    return unanswered([line.unit.id for line in lines if who.may("board.see", line.unit)])


def _by_step(lines: list[UnitLine]) -> list[tuple[Any, list[UnitLine]]]:
    """Lines by present step, in order; those whose steps are all done come last, under None."""
    ordered = sorted(lines, key=_number)
    return [(found[0].position, found) for found in (list(group) for _n, group in groupby(ordered, key=_number))]


def _number(line: UnitLine) -> int:
    return line.position.number if line.position else AFTER_ALL_STEPS
