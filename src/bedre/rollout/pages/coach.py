"""The coach's page: units by step, next visit, what is late. (The cockpit of waves and capacity gets its place below the list.)"""

from __future__ import annotations

from typing import Any

from bedre.kernel import clock

from ..queries import deadlines, introductions
from .overview import unit_lines


def coach(who: Any, *, everything: bool = False) -> dict[str, Any]:
    """Units that this person coaches (or all), grouped by their present step in the method's order; then deadlines."""
    plans = introductions()
    rows = [row for row in plans if row.introduction.unit_id in who.tree]
    mine = [row for row in rows if row.introduction.coach_id == who.person.pk]
    shown = rows if everything or not mine else mine
    lines = unit_lines(who, shown)
    today = clock.today()
    for line in lines:
        line["late"] = line["row"].late(today)
    return {
        "groups": _by_step(lines),
        "count": len(lines),
        "late": sum(1 for line in lines if line["late"]),
        "everything": everything or not mine,
        "has_own": bool(mine),
        "others": len(rows) - len(mine),
        "due": deadlines(who, plans=plans),
    }


def _by_step(lines: list[dict[str, Any]]) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Lines by present step, in order; those whose steps are all done come last, under None."""
    numbers = {line["position"].number if line["position"] else 999 for line in lines}
    groups = []
    for number in sorted(numbers):
        found = [line for line in lines if (line["position"].number if line["position"] else 999) == number]
        groups.append((found[0]["position"], found))
    return groups
