"""What pages, reports and calendars read about the introduction. Each function has a fixed number of queries."""

from .agenda import Due, deadlines, left_to_do
from .entries import Entry, calendar
from .figures import coverage, coverage_now, trained_units
from .known import Known
from .waiting import Waiting, waiting
from .waves import PlanRow, WaveSummary, introduction_of, introductions, waves

__all__ = [
    "Due",
    "Entry",
    "Known",
    "PlanRow",
    "Waiting",
    "WaveSummary",
    "calendar",
    "coverage",
    "coverage_now",
    "deadlines",
    "introduction_of",
    "introductions",
    "left_to_do",
    "trained_units",
    "waiting",
    "waves",
]
