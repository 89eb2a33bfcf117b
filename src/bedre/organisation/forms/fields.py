"""What several forms begin with: the units, and the date."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bedre.kernel import clock

from ..tree import Tree


def unit_choices(tree: Tree, empty: str, without: Any = None) -> list[tuple[str, str]]:
    """Every open unit, those below moved in, with an empty choice first; `without` leaves out a unit and all below it."""
    out = tree.reach(without) if without else set()
    lines = [(str(node.id), "\u2003" * tree.depth(node.id) + node.name) for node in tree if node.id not in out]
    return [("", empty), *lines]


def today() -> dt.date:
    """The date that forms start with."""
    return clock.today()
