"""Figures of boards for a period, from the events: the same pair of dates always gives the same answer."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from bedre.kernel.models import Event

from .meetings import meetings

ANSWERS = {"board.taken_up", "board.declined", "board.parked", "board.merged", "board.asked"}
"""Verbs that answer an idea; moving a new card on answers it too, and «just did it» needs none."""


@dataclass(frozen=True)
class BoardFigures:
    """Counts of a period. `answered` is out of `handed_in`; `meetings_held` is out of `meetings_planned`."""

    handed_in: int
    answered: int
    done: int
    declined: int
    meetings_held: int
    meetings_planned: int
    meetings_cancelled: int


def figures(
    unit_ids: Collection[uuid.UUID], first: dt.date, last: dt.date, known_at: dt.datetime | None = None
) -> BoardFigures:
    """What happened at the boards of some units from `first` to `last`, as known at `known_at`. Three queries."""
    cards = _cards(unit_ids, first, last, known_at)
    handed_in = [card for card in cards.values() if card.handed_in]
    held = [meeting for meeting in meetings(unit_ids, first, last) if not meeting.to_come]
    return BoardFigures(
        handed_in=len(handed_in),
        answered=sum(card.answered for card in handed_in),
        done=sum(card.done for card in cards.values()),
        declined=sum(card.declined for card in handed_in),
        meetings_held=sum(meeting.state == "held" for meeting in held),
        meetings_planned=len(held),
        meetings_cancelled=sum(meeting.state == "cancelled" for meeting in held),
    )


@dataclass
class _Card:
    handed_in: bool = False
    answered: bool = False
    done: bool = False
    declined: bool = False

    def live(self, verb: str, changes: dict) -> None:
        """Let one event happen to the card."""
        if verb == "board.handed_in":
            self.handed_in = True
        elif verb == "board.taken_back":
            self.answered = self.declined = self.done = False
        elif verb == "board.done":
            self.done = self.answered = True
        elif verb == "board.moved":
            self.answered = True
            self.done = changes.get("to") == "done"
        elif verb in ANSWERS:
            self.answered, self.declined = True, verb == "board.declined"


def _cards(
    unit_ids: Collection[uuid.UUID], first: dt.date, last: dt.date, known_at: dt.datetime | None
) -> dict[uuid.UUID, _Card]:
    rows = Event.objects.filter(
        unit__in=unit_ids,
        verb__startswith="board.",
        subject_type="board.improvement",
        at__gte=_midnight(first),
        at__lt=_midnight(last, 1),
    )
    if known_at is not None:
        rows = rows.filter(recorded_at__lte=known_at)
    cards: dict[uuid.UUID, _Card] = defaultdict(_Card)
    for subject, verb, changes in rows.order_by("at", "id").values_list("subject_id", "verb", "changes"):
        cards[subject].live(verb, changes)
    return cards


def _midnight(day: dt.date, plus: int = 0) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day + dt.timedelta(plus), dt.time()))
