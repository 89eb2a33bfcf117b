"""Sums of gains as of a date, from dated facts. No database.

Cumulative: identified ≥ agreed ≥ realised ≥ secured. The same pair of dates (true at, known at) always gives the same answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from . import fte
from .fte import Factor

STATES = ("identified", "agreed", "being_realised", "realised", "secured", "lapsed")
CUMULATIVE = ("identified", "agreed", "realised", "secured")
MONTHS_TO_SECURE = 6
ZERO = Decimal(0)


@dataclass(frozen=True)
class Dated:
    """A fact: true from `on`, known from `recorded_at`, and perhaps withdrawn later."""

    on: dt.date
    recorded_at: dt.datetime
    withdrawn_at: dt.datetime | None = None

    def holds(self, as_of: dt.date, known_at: dt.datetime | None) -> bool:
        """Whether it was true at `as_of` as far as was known at `known_at` (None: now)."""
        if self.on > as_of:
            return False
        if known_at is None:
            return self.withdrawn_at is None
        return self.recorded_at <= known_at and (self.withdrawn_at is None or self.withdrawn_at > known_at)


@dataclass(frozen=True)
class Check(Dated):
    """Did it become so? `hours` are hours a week (or, for a one-off gain, hours) and may be None: not counted."""

    answer: str = "yes"
    hours: Decimal | None = None


@dataclass(frozen=True)
class GainFacts:
    """Everything dated about one gain. `hours` is hours a week, or hours in all when `one_off`."""

    hours: Decimal
    factor: Factor
    identified: Dated
    agreed: tuple[Dated, ...] = ()
    checks: tuple[Check, ...] = ()
    lapsed: tuple[Dated, ...] = ()
    one_off: bool = False
    unit_id: Any = None
    key: Any = None


@dataclass(frozen=True)
class Amount:
    """An amount of time: hours a week, hours a year, årsverk, and hours that come once only. `gains` is how many stand behind it."""

    hours_per_week: Decimal = ZERO
    hours_per_year: Decimal = ZERO
    fte: Decimal = ZERO
    one_off_hours: Decimal = ZERO
    gains: int = 0

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            self.hours_per_week + other.hours_per_week,
            self.hours_per_year + other.hours_per_year,
            self.fte + other.fte,
            self.one_off_hours + other.one_off_hours,
            self.gains + other.gains,
        )


@dataclass(frozen=True)
class Sums:
    """Cumulative sums on a date; `not_counted` is how many were partly realised without hours."""

    identified: Amount = Amount()
    agreed: Amount = Amount()
    realised: Amount = Amount()
    secured: Amount = Amount()
    not_counted: int = 0
    as_of: dt.date | None = None

    @property
    def ratio(self) -> Decimal | None:
        """Realised ÷ identified in årsverk, or None when nothing is identified."""
        return ratio(self.realised.fte, self.identified.fte)

    @property
    def share(self) -> Decimal | None:
        """The ratio in per cent, or None."""
        return None if self.ratio is None else self.ratio * 100


@dataclass(frozen=True)
class Standing:
    """Where one gain stands on a date: its state, and the hours that count in each cumulative sum."""

    state: str
    identified: Decimal = ZERO
    agreed: Decimal = ZERO
    realised: Decimal = ZERO
    secured: Decimal = ZERO
    partly_not_counted: bool = False


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """A share: Vestre Toten 21.5 ÷ 33 = 65.2 % (2015), 36.3 ÷ 49.4 = 73.5 % (2018). None when the whole is 0."""
    return part / whole if whole else None


def standing(gain: GainFacts, as_of: dt.date, known_at: dt.datetime | None = None) -> Standing | None:
    """Where a gain stands on a date, or None before it was identified (or as known then)."""
    if not gain.identified.holds(as_of, known_at):
        return None
    if any(fact.holds(as_of, known_at) for fact in gain.lapsed):
        return Standing("lapsed")
    agreed = [fact for fact in gain.agreed if fact.holds(as_of, known_at)]
    if not agreed:
        return Standing("identified", identified=gain.hours)
    checks = sorted((c for c in gain.checks if c.holds(as_of, known_at)), key=lambda c: (c.on, c.recorded_at))
    return _checked(gain, checks)


def _checked(gain: GainFacts, checks: list[Check]) -> Standing:
    if not checks:
        return Standing("agreed", gain.hours, gain.hours)
    latest = checks[-1]
    if latest.answer == "no":
        return Standing("being_realised", gain.hours, gain.hours)
    realised = _counted(gain, latest)
    partly = latest.answer == "partly" and latest.hours is None
    first = _first_since_no(checks)
    if latest.answer == "yes" and latest.on >= months_after(first.on, MONTHS_TO_SECURE):
        return Standing("secured", gain.hours, gain.hours, realised=realised, secured=realised)
    return Standing("realised", gain.hours, gain.hours, realised=realised, partly_not_counted=partly)


def _counted(gain: GainFacts, check: Check) -> Decimal:
    """Hours that a check realises: its own, never more than identified; yes without hours is all, partly without hours nothing."""
    if check.hours is None:
        return gain.hours if check.answer == "yes" else ZERO
    return min(check.hours, gain.hours)


def _first_since_no(checks: list[Check]) -> Check:
    """The first check of the unbroken row of yes and partly that the latest one ends."""
    row: list[Check] = []
    for check in checks:
        row = [] if check.answer == "no" else [*row, check]
    return row[0]


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later; the last day of the month when it has no such day."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day
    return dt.date(year, month, min(day.day, last))


def amount(hours: Decimal, gain: GainFacts) -> Amount:
    """Hours of one gain as an amount. One-off hours stay hours and become no årsverk."""
    if gain.one_off:
        return Amount(one_off_hours=hours, gains=1)
    per_year = fte.yearly(hours, gain.factor.weeks_per_year)
    return Amount(hours, per_year, fte.fte(per_year, gain.factor.hours_per_fte), ZERO, 1)


def totals(gains: Iterable[GainFacts], as_of: dt.date, known_at: dt.datetime | None = None) -> Sums:
    """Cumulative sums of gains on a date."""
    found: dict[str, Amount] = {name: Amount() for name in CUMULATIVE}
    not_counted = 0
    for gain in gains:
        stands = standing(gain, as_of, known_at)
        if stands is None:
            continue
        not_counted += stands.partly_not_counted
        for name in CUMULATIVE:
            if hours := getattr(stands, name):
                found[name] += amount(hours, gain)
    return Sums(**found, not_counted=not_counted, as_of=as_of)


def by_state(gains: Iterable[GainFacts], as_of: dt.date, known_at: dt.datetime | None = None) -> dict[str, int]:
    """How many gains stand in each state on a date: the second table, which does not add up to the first."""
    counts = dict.fromkeys(STATES, 0)
    for gain in gains:
        if (stands := standing(gain, as_of, known_at)) is not None:
            counts[stands.state] += 1
    return counts


def growth(gains: Iterable[GainFacts], since: dt.date, as_of: dt.date) -> dict[str, Decimal]:
    """What each cumulative sum grew by from one date to another, in hours a week; below 0 where more lapsed than came."""
    rows = list(gains)
    before, after = totals(rows, since), totals(rows, as_of)
    return {name: getattr(after, name).hours_per_week - getattr(before, name).hours_per_week for name in CUMULATIVE}


def first_lasting(gains: Iterable[GainFacts], as_of: dt.date, known_at: dt.datetime | None = None) -> dt.date | None:
    """The first day on which a gain realised by a date can be checked and found lasting; None when none is on its way."""
    on_their_way = [gain for gain in gains if (stands := standing(gain, as_of, known_at)) and stands.state == "realised"]
    return min((_may_last_from(gain, as_of, known_at) for gain in on_their_way), default=None)


def _may_last_from(gain: GainFacts, as_of: dt.date, known_at: dt.datetime | None) -> dt.date:
    checks = sorted((c for c in gain.checks if c.holds(as_of, known_at)), key=lambda c: (c.on, c.recorded_at))
    return months_after(_first_since_no(checks).on, MONTHS_TO_SECURE)


@dataclass(frozen=True)
class Steps:
    """Stepped lines: (date, hours a week) for each cumulative sum, one point per date on which something changed."""

    lines: dict[str, list[tuple[dt.date, Decimal]]] = field(default_factory=dict)


def steps(gains: Iterable[GainFacts], first: dt.date, last: dt.date, known_at: dt.datetime | None = None) -> Steps:
    """How the sums grew from `first` to `last`: facts have dates, so the lines have steps."""
    rows = list(gains)
    days = {first, last}
    for gain in rows:
        facts = [gain.identified, *gain.agreed, *gain.checks, *gain.lapsed]
        days |= {fact.on for fact in facts if first <= fact.on <= last}
    sums = [(day, totals(rows, day, known_at)) for day in sorted(days)]
    return Steps({name: [(day, getattr(total, name).hours_per_week) for day, total in sums] for name in CUMULATIVE})
