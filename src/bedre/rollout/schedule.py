"""Dates for a plan: suggested from the week of the first course day, and moved by working days. Plain functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bedre.kernel.weeks import DAY, add_workdays, holiday, is_workday, next_workday

from .outline import OutlineStep

WEEK = DAY * 7
Span = tuple[dt.date, dt.date]

BEFORE_AND_AFTER_COURSE = {
    "leader_preparation": (-3, -2),
    "information_meeting": (-1, -1),
    "course_days": (0, 1),
    "plan": (0, 2),
    "board_start": (2, 2),
}
"""First and last week of a step, counted from the week of the first course day. A suggestion: the case's pilots in weeks 4–9."""

WEEKS_OF_REPORT_WRITING = 4


def suggest(steps: Iterable[OutlineStep], course_week: dt.date, report_due: dt.date) -> dict[str, Span]:
    """First and last day of each step, on working days, from the Monday of the first course week and the day of the report.

    Guidance lasts from the board's start until the report is due; standing alone comes after the report. A step the table does not know
    follows the one before it and lasts a week.
    """
    spans: dict[str, Span] = {}
    after = course_week
    for step in steps:
        spans[step.key] = _span(step.kind, course_week, report_due, after)
        after = spans[step.key][1] + DAY
    return spans


def _span(kind: str, course_week: dt.date, report_due: dt.date, after: dt.date) -> Span:
    writing = max(report_due - WEEK * WEEKS_OF_REPORT_WRITING, course_week)
    if kind in BEFORE_AND_AFTER_COURSE:
        first, last = BEFORE_AND_AFTER_COURSE[kind]
        return working_span(course_week + WEEK * first, course_week + WEEK * last + DAY * 4)
    if kind == "guidance":
        first_day = course_week + WEEK * 3
        return working_span(first_day, max(report_due, first_day))
    if kind == "report":
        return working_span(writing, report_due)
    if kind == "alone":
        return working_span(report_due + DAY, report_due + WEEK)
    return working_span(after, after + DAY * 4)


def working_span(first: dt.date, last: dt.date) -> Span:
    """The span shrunk to working days: its first day moves on, its last day back; never empty."""
    start = next_workday(first)
    end = last
    while end > start and not is_workday(end):
        end -= DAY
    return start, max(start, end)


def course_dates(first_week: dt.date, days: int, per_week: int = 2) -> list[dt.date]:
    """Dates for course days: Tuesday and Thursday (two a week) from the week of a Monday, holidays passed over, never the same day twice.

    One a week falls on a Wednesday; three or more take the days from Monday on.
    """
    weekdays = {1: [2], 2: [1, 3]}.get(per_week, list(range(min(per_week, 5))))
    found: list[dt.date] = []
    week = first_week - DAY * first_week.weekday()
    while len(found) < days:
        free = [week + DAY * n for n in weekdays if is_workday(week + DAY * n)]
        found += free[: days - len(found)]
        week += WEEK
    return found


def distance(was: dt.date, to: dt.date) -> int:
    """Working days from one date to another, negative backwards; a date that is not a working day counts as the next one."""
    first, last = sorted((next_workday(was), next_workday(to)))
    count = sum(1 for n in range((last - first).days) if is_workday(first + DAY * n))
    return count if next_workday(to) >= next_workday(was) else -count


@dataclass(frozen=True)
class Move:
    """What one thing in the plan does when something before it moves. `what` is its key or, for a course day, its number."""

    what: str
    was: Span
    to: Span

    @property
    def holidays(self) -> list[str]:
        """Names of public holidays on the new first or last day (only where the mover chose one)."""
        return [name for name in (holiday(day) for day in dict.fromkeys(self.to)) if name]


def shifted(what: str, span: Span, workdays: int) -> Move:
    """The move of one thing by a number of working days; its length in working days stays, and it lands on working days."""
    first, last = span
    length = max(distance(first, last), 0)
    start = add_workdays(next_workday(first), workdays) if workdays else first
    end = add_workdays(start, length) if workdays else last
    return Move(what, span, (start, max(start, end)))
