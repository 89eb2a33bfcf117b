"""Ideas that nobody has answered yet."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db.models import Count

from ..life import State
from ..models import Improvement


def unanswered(unit_ids: Collection[uuid.UUID]) -> dict[uuid.UUID, int]:
    """How many ideas wait for an answer, by unit; a unit where none does is left out. One query."""
    rows = Improvement.objects.filter(unit__in=unit_ids, state=State.NEW).order_by().values("unit")
    return {row["unit"]: row["count"] for row in rows.annotate(count=Count("id"))}
