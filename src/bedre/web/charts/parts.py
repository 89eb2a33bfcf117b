"""What a plain line is made of: occasions, levels, flags, and the drawing that comes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 1120, 420, 44, 970, 64, 376
SMALL = (420, 96)
LABEL_GAP = 18


@dataclass(frozen=True)
class Point:
    """One occasion. `value` None: not measured. `kind`: common, better, worse or neutral. `ghost`: shown but not counted."""

    on: dt.date
    value: float | None
    kind: str = "common"
    note: str = ""
    ghost: bool = False


@dataclass(frozen=True)
class Level:
    """A line across: drawn whole from `first` to `last`, dotted on to the end. `limit` draws it dashed."""

    value: float
    label: str
    first: dt.date | None = None
    last: dt.date | None = None
    limit: bool = False
    strong: bool = False
    target: bool = False


@dataclass(frozen=True)
class Flag:
    """Something was changed: an upright line before the first occasion on or after that day, with words."""

    on: dt.date
    text: str


@dataclass
class Line:
    """A drawn line chart. The template knows nothing but these places."""

    key: str
    title: str
    sentence: str
    unit: str
    points: Sequence[Point]
    caption: str = ""
    small: bool = False
    marks: list[dict[str, Any]] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    gaps: list[dict[str, Any]] = field(default_factory=list)
    grid: list[dict[str, Any]] = field(default_factory=list)
    months: list[dict[str, Any]] = field(default_factory=list)
    levels: list[dict[str, Any]] = field(default_factory=list)
    flags: list[dict[str, Any]] = field(default_factory=list)
    ends: list[dict[str, Any]] = field(default_factory=list)
    limits_from: str = ""
    template: str = "web/chart/line.html"
    table: str = "web/chart/line_table.html"
    signs: str = "web/chart/line_key.html"
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def kinds(self) -> set[str]:
        """Which kinds of points there are, for the key under the chart; none for a plain line, which judges nothing."""
        found = {mark["kind"] for mark in self.marks}
        return found if self.limits_from or found != {"common"} else set()
