"""The board as it hangs: columns of the method with their cards, in a fixed number of queries."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from bedre.kernel import clock
from bedre.method.parts import Column, Method, Named

from ..life import ASIDE, State
from ..models import Block, Board, Improvement

DONE_SHOWN = 20


@dataclass(frozen=True)
class Card:
    """A card with what the board says about it."""

    improvement: Improvement
    category: Named | None
    overdue_days: int = 0
    blocked: str = ""
    unanswered_meetings: int = 0
    gain: Any = None

    @property
    def signal(self) -> str:
        """The one thing that is said about it: `late`, `stop`, `unanswered` or nothing."""
        return "late" if self.overdue_days else "stop" if self.blocked else "unanswered" if self.unanswered_meetings > 1 else ""


@dataclass
class Lane:
    """A column with its cards. `total` counts all of them, also where only the last weeks are shown."""

    column: Column
    cards: list[Card] = field(default_factory=list)
    total: int = 0
    limit: int = 0

    @property
    def rail(self) -> str:
        """How its rail is drawn: dotted before cards are taken in, ink when they are done, else the municipality's colour."""
        return "dotted" if State.NEW in self.column.states else "ink" if State.DONE in self.column.states else "accent"

    @property
    def over(self) -> int:
        """How many cards over the limit."""
        return max(self.total - self.limit, 0) if self.limit else 0

    @property
    def state(self) -> str:
        """The state that a card dropped here gets."""
        return self.column.states[0]


@dataclass(frozen=True)
class BoardView:
    """Everything the page shows."""

    lanes: list[Lane]
    late: int
    unanswered: int
    blocked: int
    done_this_year: int
    empty: bool


def cards_of(unit_id: uuid.UUID) -> QuerySet[Improvement]:
    """Cards of a unit with what is shown on them. Two queries."""
    blocks = Prefetch("blocks", Block.objects.filter(ended_at=None), to_attr="open_blocks")
    return Improvement.objects.filter(unit_id=unit_id).select_related("responsible", "unit").prefetch_related(blocks)


def board_view(
    unit_id: uuid.UUID, board: Board, method: Method, meeting_dates: list[dt.date], marks: dict[uuid.UUID, Any] | None = None
) -> BoardView:
    """The board of a unit. Three queries.

    `meeting_dates` are the meetings held lately, to tell how many an idea has waited through. `marks` is the time freed by card.
    """
    lanes = [Lane(column, limit=int(board.limits.get(column.key, column.wip) or 0)) for column in method.board.columns]
    where = {state: lane for lane in lanes for state in lane.column.states}
    for row in _hanging(unit_id, clock.today() - dt.timedelta(weeks=method.board.done_weeks)):
        where[row.state].cards.append(_card(row, method, meeting_dates, marks or {}))
    counts = _counts(unit_id)
    for lane in lanes:
        lane.total = len(lane.cards)
    cards = [card for lane in lanes for card in lane.cards]
    return BoardView(
        lanes=lanes,
        late=sum(card.overdue_days > 0 for card in cards),
        unanswered=sum(card.unanswered_meetings > 1 for card in cards),
        blocked=sum(bool(card.blocked) for card in cards),
        done_this_year=counts["done_this_year"],
        empty=not counts["all"],
    )


def _hanging(unit_id: uuid.UUID, since: dt.date) -> list[Improvement]:
    """The cards that hang on the board: all under way, and the last ones done since a date, newest first."""
    rows = cards_of(unit_id).exclude(state__in=ASIDE).exclude(Q(state=State.DONE) & ~Q(done_on__gte=since))
    done = sorted((row for row in rows if row.state == State.DONE), key=lambda row: (row.done_on, row.touched_at), reverse=True)
    return [row for row in rows if row.state != State.DONE] + done[:DONE_SHOWN]


def _counts(unit_id: uuid.UUID) -> dict[str, int]:
    year = clock.today().replace(month=1, day=1)
    return Improvement.objects.filter(unit_id=unit_id).aggregate(
        all=Count("id"), done_this_year=Count("id", filter=Q(state=State.DONE, done_on__gte=year))
    )


def _card(row: Improvement, method: Method, meeting_dates: list[dt.date], marks: dict[uuid.UUID, Any]) -> Card:
    today = clock.today()
    overdue = (today - row.due_on).days if row.due_on and row.due_on < today and row.state != State.DONE else 0
    blocks = row.open_blocks  # type: ignore[attr-defined]
    waited = 0
    if row.state == State.NEW:
        handed_in = timezone.localdate(row.handed_in_at)
        waited = sum(day > handed_in for day in meeting_dates)
    return Card(row, method.category(row.category), overdue, blocks[0].reason if blocks else "", waited, marks.get(row.pk))


def archive(unit_id: uuid.UUID, words: str = "", state: str = "") -> QuerySet[Improvement]:
    """Every card of a unit, newest first, also those off the board; with a word or a state only those."""
    rows = Improvement.objects.filter(unit_id=unit_id).select_related("unit", "responsible").order_by("-handed_in_at")
    if state in State.values:
        rows = rows.filter(state=state)
    return rows.filter(title__icontains=words) if words else rows
