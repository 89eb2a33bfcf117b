"""A unit on its way, as lists and plans show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bedre.organisation.tree import Node

from ..adopted import outline
from ..outline import Outline, OutlineStep
from ..queries import Due, PlanRow, left_to_do


@dataclass
class UnitLine:
    """One unit: its node with the one above, its plan, and the method it runs by. Asking costs no query."""

    unit: Node
    above: Node | None
    row: PlanRow
    outline: Outline

    @property
    def position(self) -> OutlineStep | None:
        """The present step in the method's words; None when the unit stands alone."""
        return self.outline.by_key.get(self.row.position.key) if self.row.position else None

    @property
    def total(self) -> int:
        """How many steps the method has in all."""
        return len(self.outline.steps)

    @cached_property
    def strip(self) -> list[str]:
        """The state of each step of the unit, in order."""
        return [self.row.state_of(step) for step in self.row.steps]

    @property
    def done(self) -> int:
        """How many of the unit's steps are done."""
        return self.strip.count("done")

    @cached_property
    def coming(self) -> list[Due]:
        """What is left to do, the first date first."""
        return left_to_do(self.unit, self.row)

    @property
    def late(self) -> list[Due]:
        """What should have been done before today."""
        return [due for due in self.coming if due.overdue]


def unit_lines(who: Any, rows: Iterable[PlanRow]) -> list[UnitLine]:
    """The units of some plans that exist today, by name."""
    seen = [row for row in rows if row.introduction.unit_id in who.tree.nodes]
    return sorted((_line(who, row) for row in seen), key=lambda line: line.unit.name.casefold())


def _line(who: Any, row: PlanRow) -> UnitLine:
    node = who.tree[row.introduction.unit_id]
    return UnitLine(node, next(iter(who.tree.above(node.id)), None), row, outline(row.introduction.method_version))
