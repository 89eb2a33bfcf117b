"""Weeks and working days as Norwegians count them: ISO 8601 weeks, Norwegian public holidays."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import holidays as public

DAY = dt.timedelta(days=1)


def monday(year: int, week: int) -> dt.date:
    """First day of an ISO week. Raises ValueError for a week that the year does not have (week 53)."""
    return dt.date.fromisocalendar(year, week, 1)


def week(date: dt.date) -> tuple[int, int]:
    """(ISO year, ISO week) of a date: 29 December 2014 is week 1 of 2015."""
    year, number, _ = date.isocalendar()
    return year, number


def weeks_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """The Mondays of every ISO week from that of `first` to that of `last`, both included."""
    start, end = (day - DAY * day.weekday() for day in (first, last))
    return [start + DAY * 7 * n for n in range((end - start).days // 7 + 1)]


@lru_cache(maxsize=64)
def holidays_of(year: int) -> dict[dt.date, str]:
    """Norwegian public holidays of a year on weekdays or weekends, Sundays as such left out."""
    return dict(public.country_holidays("NO", years=year, language="no"))


def holiday(date: dt.date) -> str | None:
    """Name of the public holiday that falls on a date, in Norwegian, or None."""
    return holidays_of(date.year).get(date)


def is_workday(date: dt.date) -> bool:
    """Monday to Friday, and no public holiday."""
    return date.weekday() < 5 and holiday(date) is None


def next_workday(date: dt.date) -> dt.date:
    """The date itself when it is a working day, else the first one after it."""
    while not is_workday(date):
        date += DAY
    return date


def add_workdays(date: dt.date, count: int) -> dt.date:
    """The working day `count` working days after (or, when negative, before) `date`; 0 gives `next_workday(date)`."""
    if count == 0:
        return next_workday(date)
    step = DAY if count > 0 else -DAY
    while count:
        date += step
        count -= (1 if step > dt.timedelta(0) else -1) if is_workday(date) else 0
    return date
