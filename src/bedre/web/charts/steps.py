"""Stepped lines: sums that change on a day and hold until the next. Facts have dates, so there are no slopes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import norsk
from .scale import Scale, path, spread, ticks

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 300, 36, 610, 40, 266


@dataclass(frozen=True)
class Series:
    """One line: `state` (identified, agreed, realised) chooses how it is drawn; `points` are (day, sum from that day on)."""

    state: str
    label: str
    points: Sequence[tuple[dt.date, float]]

    def on(self, day: dt.date) -> float:
        """The sum that holds on a day; 0 before the first."""
        return next((float(value) for since, value in reversed(self.points) if since <= day), 0.0)


@dataclass
class Steps:
    """A drawn stepped chart."""

    key: str
    title: str
    sentence: str
    caption: str
    lines: list[dict[str, Any]]
    grid: list[dict[str, Any]]
    days: list[dict[str, Any]]
    heads: list[str]
    rows: list[tuple[dt.date, list[str]]] = field(default_factory=list)
    template: str = "web/chart/steps.html"
    table: str = "web/chart/steps_table.html"
    width: int = WIDTH
    height: int = HEIGHT


def steps(
    series: Sequence[Series],
    first: dt.date,
    last: dt.date,
    *,
    title: str,
    sentence: str,
    caption: str = "",
    key: str = "chart",
    language: str = "nb",
) -> Steps:
    """Places for stepped lines from `first` to `last`; the area is drawn under what is realised and nothing else."""
    most = max([float(value) for one in series for _day, value in one.points] or [1.0])
    marks = [mark for mark in ticks(0, most, 5) if mark <= most] or [0.0]
    x = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), LEFT, RIGHT)
    y = Scale(0, most or 1.0, BOTTOM, TOP)
    lines = [_line(one, first, last, x, y, language) for one in series]
    for drawn, place in zip(lines, spread([drawn["end"] for drawn in lines], 18), strict=True):
        drawn["label_y"] = place + 5
    grid = [{"y": y(mark), "label": norsk.number(mark, None, language)} for mark in marks]
    heads = [one.label for one in series]
    return Steps(
        key, title, sentence, caption, lines, grid, _days(first, last, x, language), heads, _rows(series, first, last, language)
    )


def _line(one: Series, first: dt.date, last: dt.date, x: Scale, y: Scale, language: str) -> dict[str, Any]:
    corners = [(x(first.toordinal()), y(one.on(first)))]
    for day, value in one.points:
        if first < day <= last:
            corners += [(x(day.toordinal()), corners[-1][1]), (x(day.toordinal()), y(float(value)))]
    corners.append((x(last.toordinal()), corners[-1][1]))
    area = path([(LEFT, y(0)), *corners, (RIGHT, y(0))]) if one.state == "realised" else ""
    label = f"{one.label} {norsk.number(one.on(last), None, language)}"
    return {"state": one.state, "points": path(corners), "area": area, "label": label, "end": corners[-1][1]}


def _days(first: dt.date, last: dt.date, x: Scale, language: str) -> list[dict[str, Any]]:
    """The first of each month, thinned so that the words do not touch."""
    months = [dt.date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    inside = [day for day in months if first <= day <= last]
    step = max(1, -(-len(inside) // 6))
    return [{"x": x(day.toordinal()), "label": norsk.date(day, language, day)} for day in inside[::step]]


def _rows(series: Sequence[Series], first: dt.date, last: dt.date, language: str) -> list[tuple[dt.date, list[str]]]:
    """The table: one row for each day on which any sum changed."""
    days = sorted({day for one in series for day, _value in one.points if first <= day <= last} | {last})
    return [(day, [norsk.number(one.on(day), None, language) for one in series]) for day in days]
