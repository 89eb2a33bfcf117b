"""What a meeting shows and what its minutes say."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.utils import timezone

from bedre.board.life import WORKING, State
from bedre.board.models import Improvement, Meeting, MeetingState
from bedre.board.queries.board import cards_of
from bedre.kernel import clock
from bedre.kernel.models import Event


def running(unit_id: uuid.UUID) -> Meeting | None:
    """The unit's meeting that goes on, or None."""
    return Meeting.objects.filter(unit_id=unit_id, state=MeetingState.RUNNING).select_related("unit", "leader").first()


def last_held(unit_id: uuid.UUID) -> Meeting | None:
    """The latest meeting that was held."""
    return Meeting.objects.filter(unit_id=unit_id, state=MeetingState.HELD).order_by("-on", "-at").first()


def new_cards(unit_id: uuid.UUID) -> QuerySet[Improvement]:
    """Ideas that wait for an answer, oldest first."""
    return cards_of(unit_id).filter(state=State.NEW).order_by("handed_in_at", "id")


def follow_up(unit_id: uuid.UUID) -> QuerySet[Improvement]:
    """Cards that are taken up and not done, those due first on top."""
    return cards_of(unit_id).filter(state__in=WORKING).order_by("due_on", "position")


def done_since(unit_id: uuid.UUID, meeting: Meeting | None) -> QuerySet[Improvement]:
    """What was done since a meeting."""
    rows = cards_of(unit_id).filter(state=State.DONE).order_by("-done_on")
    return rows.filter(done_on__gte=meeting.on) if meeting else rows[:20]


@dataclass
class Record:
    """What the minutes of a meeting say, worked out from the events."""

    handed_in: list[Improvement] = field(default_factory=list)
    taken_up: list[Improvement] = field(default_factory=list)
    declined: list[Improvement] = field(default_factory=list)
    parked: list[Improvement] = field(default_factory=list)
    merged: list[Improvement] = field(default_factory=list)
    moved: list[Improvement] = field(default_factory=list)
    done: list[Improvement] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing was done to any card."""
        return not any(vars(self).values())


VERBS = {
    "board.handed_in": "handed_in", "board.taken_up": "taken_up", "board.declined": "declined", "board.parked": "parked",
    "board.merged": "merged", "board.moved": "moved", "board.done": "done",
}  # fmt: skip


def record(meeting: Meeting) -> Record:
    """What happened to the unit's cards while the meeting went on. Three queries."""
    found = Record()
    if meeting.started_at is None:
        return found
    rows = Event.objects.filter(
        unit_id=meeting.unit_id, verb__in=VERBS, at__gte=meeting.started_at, at__lte=meeting.ended_at or clock.now()
    ).order_by("at", "id")
    told = list(rows.values_list("subject_id", "verb"))
    cards = {card.pk: card for card in cards_of(meeting.unit_id).filter(pk__in={subject for subject, _verb in told})}
    for subject, verb in told:
        pile = getattr(found, VERBS[verb])
        if subject in cards and cards[subject] not in pile:
            pile.append(cards[subject])
    found.moved = [card for card in found.moved if card not in found.done]
    return found


def who_does_what(unit_id: uuid.UUID) -> list[Improvement]:
    """Cards that somebody has, by deadline: read aloud before people go."""
    return [card for card in follow_up(unit_id) if card.responsible_id]


def began(meeting: Meeting) -> str:
    """«13.30»."""
    return f"{timezone.localtime(meeting.started_at):%H.%M}" if meeting.started_at else ""
