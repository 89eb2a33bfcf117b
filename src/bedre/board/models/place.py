"""Where a card hangs in its column: a number between its neighbours', so that inserting costs the same everywhere."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, QuerySet


def last(column: QuerySet) -> float:
    """A position after every card of a column. One query on an index."""
    top = column.aggregate(top=Max("position"))["top"]
    return 1.0 if top is None else top + 1.0


def before(column: QuerySet, other: Any) -> float:
    """A position right before another card: between it and the one before it; the column is spread out when the gap is used up."""
    below = column.filter(position__lt=other.position).aggregate(top=Max("position"))["top"]
    low = other.position - 1.0 if below is None else below
    middle = (low + other.position) / 2
    if low < middle < other.position:
        return middle
    for number, card in enumerate(column.order_by("position", "id"), 1):
        column.filter(pk=card.pk).update(position=float(number))
    other.refresh_from_db(fields=["position"])
    return other.position - 0.5
