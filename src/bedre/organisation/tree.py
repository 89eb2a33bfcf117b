"""The tree of units as it was, or is, on a date: built once from the dated facts, then asked without a database."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError

from .models import Unit, UnitFact


@dataclass(frozen=True)
class Node:
    """One unit on the tree's date."""

    id: uuid.UUID
    slug: str
    prefix: str
    name: str
    parent_id: uuid.UUID | None
    kind: str
    counts_in_total: bool
    headcount: int | None
    fte: Decimal | None
    hours_kind: str
    closed: bool
    merged_into_id: uuid.UUID | None
    code: str = ""

    def __str__(self) -> str:
        return self.name


class Tree:
    """Every unit as of a date. Closed units can be asked for by id, but are not in the listings."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.nodes = {node.id: node for node in nodes}

    def __iter__(self) -> Iterator[Node]:
        """Open units, parents before children, brothers by name."""
        return self.below(None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, unit_id: uuid.UUID) -> bool:
        node = self.nodes.get(unit_id)
        return node is not None and not node.closed

    def __getitem__(self, unit_id: uuid.UUID) -> Node:
        return self.nodes[unit_id]

    @cached_property
    def _children(self) -> dict[uuid.UUID | None, list[Node]]:
        children = defaultdict(list)
        for node in sorted((n for n in self.nodes.values() if not n.closed), key=lambda n: n.name.casefold()):
            children[node.parent_id].append(node)
        return children

    @cached_property
    def by_slug(self) -> dict[str, Node]:
        """Units by their short address, closed ones too: the address survives."""
        return {node.slug: node for node in self.nodes.values()}

    def children(self, unit_id: uuid.UUID | None) -> list[Node]:
        """Open units directly below a unit; None gives the top."""
        return self._children.get(unit_id, [])

    def below(self, unit_id: uuid.UUID | None) -> Iterator[Node]:
        """Every open unit below a unit (without itself), depth first."""
        for child in self.children(unit_id):
            yield child
            yield from self.below(child.id)

    def reach(self, unit_id: uuid.UUID) -> set[uuid.UUID]:
        """The unit and every open unit below it."""
        return {unit_id, *(node.id for node in self.below(unit_id))}

    def above(self, unit_id: uuid.UUID) -> list[Node]:
        """The ancestors of a unit, nearest first."""
        path: list[Node] = []
        node = self.nodes.get(unit_id)
        while node is not None and node.parent_id in self.nodes and len(path) <= len(self.nodes):
            node = self.nodes[node.parent_id]
            path.append(node)
        return path

    def depth(self, unit_id: uuid.UUID) -> int:
        """How many units stand above this one."""
        return len(self.above(unit_id))

    @property
    def counting(self) -> list[Node]:
        """The units that count in the municipality's total on this date: the denominator of coverage."""
        return [node for node in self if node.counts_in_total]


def tree(as_of: dt.date, known_at: dt.datetime | None = None) -> Tree:
    """The active municipality's tree on a date, from the facts known at `known_at` (None: now). One query."""
    facts = UnitFact.objects.filter(valid_from__lte=as_of).select_related("unit")
    if known_at is not None:
        facts = facts.filter(recorded_at__lte=known_at)
    latest = {fact.unit_id: fact for fact in facts.order_by("valid_from", "recorded_at", "id")}
    return Tree(_node(fact) for fact in latest.values())


def _node(fact: UnitFact) -> Node:
    unit = fact.unit
    return Node(
        id=unit.id, slug=unit.slug, prefix=unit.prefix, code=unit.code, name=fact.name, parent_id=fact.parent_id, kind=fact.kind,
        counts_in_total=fact.counts_in_total, headcount=fact.headcount, fte=fact.fte, hours_kind=fact.hours_kind,
        closed=fact.closed, merged_into_id=fact.merged_into_id,
    )  # fmt: skip


def check_parent(unit: Unit, parent: Unit, on: dt.date) -> None:
    """Raise DomainError when `parent` cannot stand above `unit` from a date on."""
    now = tree(on)
    if parent.pk == unit.pk or unit.pk in {node.id for node in now.above(parent.pk)}:
        raise DomainError(_("A unit cannot lie below itself or one of its own units."))
    if parent.pk not in now:
        raise DomainError(_("The unit above does not exist on that date."))


def check_loop(unit: Unit, on: dt.date) -> None:
    """Raise DomainError when the unit, as now stated, lies below itself on that date or on the date of any later change."""
    later = UnitFact.objects.filter(valid_from__gt=on, parent__isnull=False).values_list("valid_from", flat=True).distinct()
    for date in (on, *sorted(later)):
        then = tree(date)
        if unit.pk in then and unit.pk in {node.id for node in then.above(unit.pk)}:
            raise DomainError(_("A unit cannot lie below itself or one of its own units."))


def check_close(unit: Unit, into: Unit | None, on: dt.date) -> None:
    """Raise DomainError when `unit` cannot close, or merge into another, on a date."""
    now = tree(on)
    if unit.pk not in now:
        raise DomainError(_("The unit does not exist on that date."))
    if into is not None and into.pk in now.reach(unit.pk):
        raise DomainError(_("A unit cannot merge into itself or one of its own units."))
    if into is not None and into.pk not in now:
        raise DomainError(_("The unit it shall merge into does not exist on that date."))
    coming = UnitFact.objects.filter(valid_from__gt=on, parent=unit).values_list("valid_from", flat=True).distinct()
    if any(tree(date).children(unit.pk) for date in (on, *coming)):
        raise DomainError(_("Move or close the units below it first."))
