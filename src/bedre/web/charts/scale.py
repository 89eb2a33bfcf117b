"""Rulers: from values to places, and which values get a line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Maps `low` … `high` to `start` … `end` of the drawing."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Where a value stands, to a tenth of a unit; in the middle when the ruler has no length."""
        share = (value - self.low) / (self.high - self.low) if self.high != self.low else 0.5
        return round(self.start + share * (self.end - self.start), 1)


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Round values from below `low` to above `high`, at most about `most` of them, with 0 when it is near."""
    if low > 0 and low < high * 0.75:
        low = 0.0
    if high < 0 and high > low * 0.75:
        high = 0.0
    span = high - low
    if span <= 1e-9 * max(abs(low), abs(high), 1.0):
        span = abs(high) if abs(high) > 1e-9 else 1.0
    step = _round_step(span / max(most - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, max(last, first + 1) + 1)]


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough * (1 - 1e-9))


def spread(places: Sequence[float], gap: float) -> list[float]:
    """The same places, pushed apart so that neighbours are at least `gap` from each other, their middle kept; order is kept."""
    order = sorted(range(len(places)), key=places.__getitem__)
    moved = list(places)
    for _round in range(len(places) * 4):
        for upper, lower in zip(order, order[1:], strict=False):
            short = gap - (moved[lower] - moved[upper])
            if short > 1e-6:
                moved[upper] -= short / 2
                moved[lower] += short / 2
    return [round(place, 1) for place in moved]


def path(points: Iterable[tuple[float, float]]) -> str:
    """Points as SVG writes them."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)
