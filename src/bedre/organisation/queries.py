"""What the pages about units read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .models import Unit, UnitFact
from .tree import Node, Tree
from .words import kinds


@dataclass(frozen=True)
class Row:
    """A unit in the list: how deep it lies, what kind it is, and the names of those above it, topmost first."""

    node: Node
    depth: int
    kind: str
    path: list[str]


def rows(tree: Tree, text: str = "") -> list[Row]:
    """The open units of a tree in order; with `text` only those whose name or code holds it. No queries."""
    called = kinds()
    sought = text.casefold().strip()
    return [
        Row(node, tree.depth(node.id), called.get(node.kind, node.kind), [n.name for n in reversed(tree.above(node.id))])
        for node in tree
        if sought in node.name.casefold() or sought == node.code.casefold()
    ]


def facts_of(unit: Unit) -> list[UnitFact]:
    """Everything stated of a unit, oldest truth first, and of one date the latest known last. One query."""
    return list(unit.facts.order_by("valid_from", "recorded_at", "id"))


def later_change(unit: Unit, after: dt.date) -> dt.date | None:
    """The first date after `after` from which something else is already stated, or None. One query."""
    return unit.facts.filter(valid_from__gt=after).order_by("valid_from").values_list("valid_from", flat=True).first()
