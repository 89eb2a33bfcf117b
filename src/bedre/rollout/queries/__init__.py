"""What pages, reports and calendars read about the introduction. Each function has a fixed number of queries."""

from .agenda import Due, deadlines, left_to_do
from .entries import Entry, calendar
from .figures import coverage, trained_units
from .waiting import Waiting, waiting
from .waves import PlanRow, WaveSummary, introduction_of, introductions, waves

__all__ = [
    "Due",
    "Entry",
    "PlanRow",
    "Waiting",
    "WaveSummary",
    "calendar",
    "coverage",
    "deadlines",
    "introduction_of",
    "introductions",
    "left_to_do",
    "trained_units",
    "waiting",
    "waves",
]
