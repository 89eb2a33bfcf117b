"""A wave drawn on weeks: columns, and which column each thing stands in. Plain functions without a database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bedre.kernel.weeks import DAY, holiday, week, weeks_between

MOST_WEEKS = 60
"""As many columns as the style sheet knows; a longer wave shows its first 60 weeks."""


@dataclass(frozen=True)
class Week:
    """One column: number from 1, the ISO week, and what is special about it."""

    column: int
    monday: dt.date
    number: int
    today: bool
    holidays: tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """The columns whose Monday falls in one month; `last` is the column after the last."""

    first: int
    last: int
    monday: dt.date


@dataclass(frozen=True)
class Mark:
    """One thing on the plan. `shape` and `state` are classes; `text` is read aloud, `label` is seen, `note` stands beside it in lists."""

    on: dt.date
    shape: str
    state: str
    text: str
    label: str = ""
    icon: str = ""
    url: str = ""
    until: dt.date | None = None
    note: str = ""

    @property
    def last(self) -> dt.date:
        """The last day it covers."""
        return self.until or self.on


@dataclass(frozen=True)
class Placed:
    """Marks in columns `first` up to (not including) `last`."""

    first: int
    last: int
    marks: tuple[Mark, ...]

    @property
    def long(self) -> bool:
        """Whether the label needs two lines in its weeks."""
        return len(self.marks[0].label) > 6 * (self.last - self.first)


@dataclass
class Lane:
    """One row of a unit: bars that span weeks, and small marks that stand together in their week."""

    key: str
    title: str
    marks: list[Mark] = field(default_factory=list)
    url: str = ""
    placed: list[Placed] = field(default_factory=list)


@dataclass(frozen=True)
class Grid:
    """The columns that all lanes of a page share."""

    weeks: Sequence[Week]

    @property
    def months(self) -> list[Month]:
        """Month headings over the columns."""
        grouped = (list(group) for _key, group in groupby(self.weeks, key=lambda w: (w.monday.year, w.monday.month)))
        return [Month(found[0].column, found[-1].column + 1, found[0].monday) for found in grouped]

    def column(self, on: dt.date) -> int:
        """The column of a date, kept within the grid."""
        return min(max((on - self.weeks[0].monday).days // 7 + 1, 1), len(self.weeks))

    def shows(self, mark: Mark) -> bool:
        """Whether any part of the mark lies within the grid."""
        return mark.last >= self.weeks[0].monday and mark.on < self.weeks[-1].monday + DAY * 7

    def place(self, marks: Iterable[Mark]) -> list[Placed]:
        """Bars by their weeks; other marks gathered by week, in order of date."""
        seen = sorted((mark for mark in marks if self.shows(mark)), key=lambda mark: mark.on)
        bars = [Placed(self.column(m.on), self.column(m.last) + 1, (m,)) for m in seen if m.shape == "bar"]
        small = [mark for mark in seen if mark.shape != "bar"]
        cells = [Placed(column, column + 1, tuple(group)) for column, group in groupby(small, key=lambda m: self.column(m.on))]
        return sorted(bars + cells, key=lambda placed: (placed.first, -placed.last))


def grid(dates: Iterable[dt.date], today: dt.date) -> Grid:
    """The weeks from the first date to the last, at most 60; today's week is marked when it is among them."""
    found = list(dates) or [today]
    mondays = weeks_between(min(found), max(found))[:MOST_WEEKS]
    return Grid([_week(column, monday, today) for column, monday in enumerate(mondays, 1)])


def _week(column: int, monday: dt.date, today: dt.date) -> Week:
    days = [monday + DAY * n for n in range(5)]
    names = tuple(name for name in (holiday(day) for day in days) if name)
    return Week(column, monday, week(monday)[1], today - DAY * today.weekday() == monday, names)
