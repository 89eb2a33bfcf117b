"""What pages and reports read about study visits."""

from __future__ import annotations

import datetime as dt

from ..models import Direction, StudyVisit
from ..visits import Contact, Counters
from ..visits import counters as count


def visits() -> dict[str, list[StudyVisit]]:
    """All contacts and visits by direction, newest first. Three queries."""
    rows = list(StudyVisit.objects.prefetch_related("helds", "units"))
    return {direction: [row for row in rows if row.direction == direction] for direction in Direction.values}


def counters(as_of: dt.date, known_at: dt.datetime | None = None) -> Counters:
    """Organisations in contact with us and organisations that visited us, by a date, as known at a moment. Two queries."""
    rows = StudyVisit.objects.filter(direction=Direction.VISITED_US).prefetch_related("helds")
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    return count([_contact(row, as_of, known_at) for row in rows], as_of)


def _contact(row: StudyVisit, as_of: dt.date, known_at: dt.datetime | None) -> Contact:
    held = [fact.on for fact in row.helds.all() if fact.holds(as_of, known_at)]
    return Contact(row.organisation, row.contact_on, min(held, default=None))
