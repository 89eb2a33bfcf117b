"""Small drawings that stand beside words: a sparkline, counted squares, bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .. import norsk
from .scale import Scale, path


@dataclass(frozen=True)
class Spark:
    """A line without axes and a dot at the newest value. Its words stand beside it, so it is hidden from screen readers."""

    points: str
    x: float
    y: float
    template: str = "web/chart/spark.html"


def spark(values: Sequence[float]) -> Spark | None:
    """The course of up to the last 30 values; None with fewer than two."""
    shown = [float(value) for value in values][-30:]
    if len(shown) < 2:
        return None
    x, y = Scale(0, len(shown) - 1, 4, 116), Scale(min(shown), max(shown), 31, 5)
    places = [(x(n), y(value)) for n, value in enumerate(shown)]
    return Spark(path(places), *places[-1])


@dataclass(frozen=True)
class Squares:
    """`on` of `total` as counted squares."""

    on: int
    total: int
    boxes: list[dict[str, Any]]
    width: int
    height: int
    label: str
    template: str = "web/chart/squares.html"


def squares(on: int, total: int, label: str, columns: int = 23) -> Squares:
    """One square for each; `label` says the same in words («2 av 46 enheter»)."""
    side, gap = 12, 4
    places = [((n % columns) * (side + gap), n // columns * (side + gap)) for n in range(total)]
    boxes = [{"x": x + 0.75, "y": y + 0.75, "on": n < on} for n, (x, y) in enumerate(places)]
    rows = -(-total // columns) if total else 1
    return Squares(on, total, boxes, columns * (side + gap) - gap, rows * (side + gap) - gap, label)


@dataclass(frozen=True)
class Bars:
    """Lying bars with their words and figures."""

    key: str
    title: str
    sentence: str
    unit: str
    bars: list[dict[str, Any]]
    height: int
    width: int = 760
    caption: str = ""
    template: str = "web/chart/bars.html"
    table: str = "web/chart/bars_table.html"


def bars(
    rows: Sequence[tuple[str, float]],
    *,
    title: str,
    sentence: str,
    unit: str = "",
    caption: str = "",
    key: str = "chart",
    language: str = "nb",
) -> Bars:
    """One bar for each (words, figure), in the order given. No bar is coloured good or bad."""
    length = Scale(0, max([float(value) for _words, value in rows] or [1.0]) or 1.0, 0, 420)
    drawn = [_bar(n, words, length(float(value)), norsk.number(value, None, language)) for n, (words, value) in enumerate(rows)]
    return Bars(key, title, sentence, unit, drawn, 40 * len(rows), caption=caption)


def _bar(n: int, words: str, length: float, figure: str) -> dict[str, Any]:
    return {"y": 40 * n, "text_y": 40 * n + 21, "words": words, "length": length, "end": 250 + length, "figure": figure}
