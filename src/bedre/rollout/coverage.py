"""How much of the municipality is trained: units whose course days were all held, of those that existed and count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Coverage:
    """Trained units of all that count on a date. The denominator belongs to the date; show both."""

    trained: int
    total: int
    as_of: dt.date

    @property
    def percent(self) -> Decimal | None:
        """Trained ÷ total × 100 in full precision: 27 of 70 is 38.57…; None where no unit counts."""
        return Decimal(self.trained) * 100 / Decimal(self.total) if self.total else None


def coverage(trained: Collection[Hashable], counting: Collection[Hashable], as_of: dt.date) -> Coverage:
    """Work out the coverage from the keys of units (domain, Computations 4). A trained unit that does not count is left out of both.

    27 of 70 units is 38.6 %, 45 of 70 is 64.3 % (Vestre Toten, spring 2015 and end of 2018).
    """
    return Coverage(len(set(trained) & set(counting)), len(set(counting)), as_of)


def trained_on(required: int, held: Collection[dt.date]) -> dt.date | None:
    """The day a unit became trained: when the last of its required course days was held; None while some are missing."""
    return sorted(held)[required - 1] if 0 < required <= len(held) else None
