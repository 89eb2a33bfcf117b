"""What a method consists of, as plain frozen data. `format.parse` makes it from text; nothing here knows of files or tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from .words import Words


@dataclass(frozen=True)
class Step:
    """A step of an introduction, at `level` municipality or unit.

    `days` are held within `within_weeks`. `weeks` are the step's first and last week, counted from the week of the first course day (0);
    empty: it follows the step before it.
    """

    key: str
    level: str
    kind: str
    title: Words
    purpose: Words = Words("")
    takes_part: Words = Words("")
    outcome: Words = Words("")
    days: int = 1
    within_weeks: int = 0
    weeks: tuple[int, ...] = ()
    suggestion: bool = False


@dataclass(frozen=True)
class CourseDayPlan:
    """What a course day holds. A `suggestion` is for the municipality to fill in."""

    number: int
    title: Words
    topics: Words = Words("")
    homework: Words = Words("")
    suggestion: bool = False


@dataclass(frozen=True)
class Column:
    """A column of the board, and the states of the cards in it; a drop sets the first.

    `wheel` is what its symbol shows: 0 to 4 quarters, or `done`. `wip` 0 is no limit. `hint` stands in the column while it is empty.
    """

    key: str
    title: Words
    states: tuple[str, ...]
    wheel: int | str
    wip: int = 0
    hint: Words = Words("")


@dataclass(frozen=True)
class Named:
    """Something with a key and a title; categories have an icon; roles, audiences and others say in a sentence what they do or are."""

    key: str
    title: Words
    icon: str = ""
    does: Words = Words("")


@dataclass(frozen=True)
class AgendaItem:
    """A point of the meeting, with its minutes. `kind` decides what the page shows."""

    key: str
    kind: str
    minutes: int
    title: Words
    hint: Words = Words("")


@dataclass(frozen=True)
class Audit:
    """A short list of questions with which a unit looks at its own practice. A `suggestion` is for the municipality to fill in."""

    key: str
    title: Words
    questions: tuple[Named, ...]
    suggestion: bool = False


@dataclass(frozen=True)
class Sign:
    """A sign that a unit needs a hand. `kind` is how Bedre finds it; `weeks`, `meetings` or `percent` is its limit."""

    key: str
    kind: str
    title: Words
    weeks: int = 0
    meetings: int = 0
    percent: int = 0


@dataclass(frozen=True)
class Board:
    """The board: columns in order, sections, categories, rules, and for how many weeks the done column shows cards.

    A `suggestion` is for the municipality to fill in; so it is with the meeting.
    """

    columns: tuple[Column, ...]
    categories: tuple[Named, ...]
    sections: tuple[Named, ...] = ()
    rules: tuple[Words, ...] = ()
    done_weeks: int = 4
    suggestion: bool = False

    def column_of(self, state: str) -> Column | None:
        """The column in which cards of a state stand, or None (declined, parked, merged)."""
        return next((column for column in self.columns if state in column.states), None)


@dataclass(frozen=True)
class Meeting:
    """The weekly meeting: what it is called, how long, how often, and its agenda."""

    title: Words
    minutes: int
    agenda: tuple[AgendaItem, ...]
    every_weeks: int = 1
    suggestion: bool = False

    @cached_property
    def by_kind(self) -> dict[str, AgendaItem]:
        """The first point of each kind."""
        return {item.kind: item for item in reversed(self.agenda)}


@dataclass(frozen=True)
class Promise:
    """Within how many meetings an idea gets an answer, and how that is said."""

    meetings: int
    text: Words


@dataclass(frozen=True)
class Method:
    """One version of a method, whole and valid."""

    key: str
    version: str
    publisher: str
    title: Words
    summary: Words
    steps: tuple[Step, ...]
    board: Board
    meeting: Meeting
    promise: Promise
    roles: dict[str, Named]
    left_out: tuple[str, ...] = ()
    course_days: tuple[CourseDayPlan, ...] = ()
    audits: tuple[Audit, ...] = ()
    vitality: tuple[Sign, ...] = ()
    gain_outcomes: tuple[Named, ...] = ()
    indicators: tuple[Named, ...] = ()
    coach_training: tuple[Named, ...] = ()
    audiences: tuple[Named, ...] = ()
    plan_parts: tuple[Named, ...] = ()
    format: int = field(default=1)

    @cached_property
    def by_key(self) -> dict[str, Step]:
        """Steps by key."""
        return {step.key: step for step in self.steps}

    def step(self, key: str) -> Step | None:
        """A step by its key, or None."""
        return self.by_key.get(key)

    def category(self, key: str) -> Named | None:
        """A category by its key, or None when this version has none of that name."""
        return next((category for category in self.board.categories if category.key == key), None)

    def role_title(self, key: str) -> str:
        """What the municipality calls a role, in the reader's language."""
        role = self.roles.get(key)
        return str(role.title) if role else key
