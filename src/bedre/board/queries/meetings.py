"""Meetings that were, are and will be: what is kept, joined with what the rhythm says is to come."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bedre.kernel import clock

from ..models import Meeting, Rhythm


@dataclass(frozen=True)
class Upcoming:
    """A meeting on a date: `state` planned, running, held, cancelled, or missed (its day passed and nobody said anything)."""

    unit_id: uuid.UUID
    on: dt.date
    at: dt.time
    minutes: int
    state: str
    id: uuid.UUID | None = None
    reason: str = ""
    attendance: int | None = None

    @property
    def to_come(self) -> bool:
        """Whether it is still planned or going on."""
        return self.state in ("planned", "running")


def meetings(unit_ids: Collection[uuid.UUID], first: dt.date, last: dt.date) -> list[Upcoming]:
    """Every meeting of some units in a period, in order. Two queries."""
    kept = Meeting.objects.filter(unit__in=unit_ids, on__range=(first, last))
    found = {(row.unit_id, row.on): _kept(row) for row in kept}
    for meeting in _from_rhythm(unit_ids, first, last):
        found.setdefault((meeting.unit_id, meeting.on), meeting)
    return sorted(found.values(), key=lambda meeting: (meeting.on, meeting.at, str(meeting.unit_id)))


def upcoming(unit_id: uuid.UUID) -> Upcoming | None:
    """The meeting that runs, or the next one of a unit; None when no rhythm is set. Two queries."""
    today = clock.today()
    coming = meetings([unit_id], today, today + dt.timedelta(weeks=9))
    running = next((meeting for meeting in coming if meeting.state == "running"), None)
    return running or next((meeting for meeting in coming if meeting.to_come), None)


def _kept(row: Meeting) -> Upcoming:
    return Upcoming(row.unit_id, row.on, row.at, row.minutes, row.state, row.pk, row.reason, row.attendance)


def _from_rhythm(unit_ids: Collection[uuid.UUID], first: dt.date, last: dt.date) -> Iterator[Upcoming]:
    rhythms: dict[uuid.UUID, list[Rhythm]] = defaultdict(list)
    for rhythm in Rhythm.objects.filter(unit__in=unit_ids).order_by("valid_from", "recorded_at"):
        rhythms[rhythm.unit_id].append(rhythm)
    today = clock.today()
    for unit_id, rows in rhythms.items():
        for number, rhythm in enumerate(rows):
            ends = rows[number + 1].valid_from if number + 1 < len(rows) else last + dt.timedelta(1)
            day = rhythm.next_date(max(first, rhythm.valid_from))
            while day <= last and day < ends:
                state = "planned" if day >= today else "missed"
                yield Upcoming(unit_id, day, rhythm.at, rhythm.minutes, state)
                day = rhythm.next_date(day + dt.timedelta(1))
