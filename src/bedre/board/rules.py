"""Who may do what at a board."""

from __future__ import annotations

from typing import Any

from rules import predicate

from bedre.files.rules import guard
from bedre.people.access import Who
from bedre.people.models import RoleKind as Kind
from bedre.people.rules import advises, allow, at_work, coaches, holds, in_team, leads, represents, works_at

from .models import BoardClosure

near = holds(
    Kind.EMPLOYEE, Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM, Kind.COACH, Kind.UNION_REP, Kind.CHIEF_UNION_REP,
    Kind.SAFETY_REP, Kind.COORDINATOR,
)  # fmt: skip
"""Those for whom a closed board is not closed: the unit, its leaders, its coach, the coordinator and the representatives."""


@predicate
def open_to_others(who: Who, unit: Any = None) -> bool:
    """The board is not for the unit only. One query a request."""
    return unit is not None and unit.id not in closed_units(who)


def closed_units(who: Who) -> set:
    """Units whose boards are for the unit only, loaded once a request."""
    if not hasattr(who, "closed_boards"):
        who.closed_boards = set(BoardClosure.objects.filter(opened_at=None).values_list("board__unit_id", flat=True))  # type: ignore[attr-defined]
    return who.closed_boards  # type: ignore[attr-defined]


guard("board.improvement", unit="unit_id", action="board.see")

allow("board.see", near | advises | (at_work & open_to_others))
allow("board.hand_in", works_at)
allow("board.move", works_at)
allow("board.comment", works_at | coaches | represents | advises)
allow("board.answer", in_team)
allow("board.lead", in_team)
allow("board.close", leads)
allow("board.settle", leads | coaches)
