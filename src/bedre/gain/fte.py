"""Hours and årsverk. Plain arithmetic in full precision; nothing is rounded here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

MINUTES = Decimal(60)


@dataclass(frozen=True)
class Factor:
    """What hours are reckoned with, frozen on the gain: hours in one årsverk, weeks in a year, and where the values come from."""

    hours_per_fte: Decimal
    weeks_per_year: Decimal
    source: str = ""


def weekly_from_occurrences(minutes: Decimal, people: int, per_week: Decimal) -> Decimal:
    """Hours a week = minutes × people × occurrences a week ÷ 60."""
    return minutes * people * per_week / MINUTES


def yearly_from_person_occurrences(minutes: Decimal, per_person_per_year: Decimal, people: int) -> Decimal:
    """Hours a year = minutes × occurrences per year and person × people ÷ 60."""
    return minutes * per_person_per_year * people / MINUTES


def yearly_from_all_occurrences(minutes: Decimal, per_year_in_all: Decimal) -> Decimal:
    """Hours a year = minutes × occurrences a year in all ÷ 60: 14,000 × 25 minutes = 5,833 hours (Magma / UiA)."""
    return minutes * per_year_in_all / MINUTES


def yearly(hours_per_week: Decimal, weeks_per_year: Decimal) -> Decimal:
    """Hours a year = hours a week × weeks a year (46 worked, 52 in published figures)."""
    return hours_per_week * weeks_per_year


def fte(hours_per_year: Decimal, hours_per_fte: Decimal) -> Decimal:
    """Årsverk = hours a year ÷ hours in one årsverk. Raises ZeroDivisionError for a factor of 0."""
    return hours_per_year / hours_per_fte
