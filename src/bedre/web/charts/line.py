"""The plain line: values in order, the level and limits that were computed from them, what was changed and when.

This module judges nothing: which point is unusual, and what one may say, comes from who computed it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from .. import norsk
from .parts import BOTTOM, LABEL_GAP, LEFT, RIGHT, SMALL, TOP, WIDTH, Flag, Level, Line, Point
from .scale import Scale, path, spread, ticks


def line(
    points: Sequence[Point],
    *,
    title: str,
    sentence: str,
    unit: str = "",
    levels: Sequence[Level] = (),
    flags: Sequence[Flag] = (),
    caption: str = "",
    limits_from: str = "",
    key: str = "chart",
    language: str = "nb",
    small: bool = False,
) -> Line:
    """Places for a line chart of `points` in order. Occasions stand equally far apart, as on a run chart."""
    drawn = Line(key, title, sentence, unit, points, caption, small, limits_from=limits_from)
    if small:
        drawn.width, drawn.height, drawn.template = *SMALL, "web/chart/line_small.html"
    x, y = _scales(points, levels, drawn)
    drawn.marks = [_mark(n, point, x, y, unit, language) for n, point in enumerate(points) if point.value is not None]
    drawn.runs = _runs(points, x, y)
    drawn.gaps = [{"x": x(n), "note": p.note} for n, p in enumerate(points) if p.value is None]
    drawn.levels = [_level(level, points, x, y, drawn) for level in levels]
    drawn.flags = [_flag(flag, points, x) for flag in flags]
    drawn.grid = [{"y": y(t), "label": norsk.number(t, None, language)} for t in _ticks(points, levels)]
    drawn.months = _months(points, x, language)
    _label(drawn, language)
    return drawn


def _ticks(points: Sequence[Point], levels: Sequence[Level]) -> list[float]:
    values = [float(p.value) for p in points if p.value is not None] + [float(level.value) for level in levels] or [0.0, 1.0]
    return ticks(min(values), max(values))


def _scales(points: Sequence[Point], levels: Sequence[Level], drawn: Line) -> tuple[Scale, Scale]:
    marks = _ticks(points, levels)
    last = max(len(points) - 1, 1)
    if drawn.small:
        values = [float(p.value) for p in points if p.value is not None] + [float(level.value) for level in levels] or [0.0]
        return Scale(0, last, 6, drawn.width - 6), Scale(min(values), max(values), drawn.height - 8, 8)
    return Scale(0, last, LEFT + 16, RIGHT - 16), Scale(marks[0], marks[-1], BOTTOM, TOP)


def _mark(n: int, point: Point, x: Scale, y: Scale, unit: str, language: str) -> dict[str, Any]:
    value = f"{norsk.number(point.value or 0, None, language)} {unit}".strip()
    spoken = f"{norsk.date(point.on, language)}: {value}" + (f". {point.note}" if point.note else "")
    return {
        "x": x(n),
        "y": y(float(point.value or 0)),
        "kind": point.kind,
        "note": point.note,
        "ghost": point.ghost,
        "spoken": spoken,
    }


def _runs(points: Sequence[Point], x: Scale, y: Scale) -> list[str]:
    runs: list[list[tuple[float, float]]] = [[]]
    for n, point in enumerate(points):
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append((x(n), y(float(point.value))))
    return [path(run) for run in runs if len(run) > 1]


def _between(points: Sequence[Point], on: dt.date, x: Scale) -> float:
    """Halfway before the first occasion on or after a day."""
    before = sum(point.on < on for point in points)
    return x(before - 0.5) if before else x(0) - 16


def _level(level: Level, points: Sequence[Point], x: Scale, y: Scale, drawn: Line) -> dict[str, Any]:
    start = _between(points, level.first, x) if level.first else (0 if drawn.small else LEFT)
    end = drawn.width if drawn.small else RIGHT
    whole = min(_between(points, level.last + dt.timedelta(days=1), x), end) if level.last else end
    style = "target" if level.target else "limit" if level.limit else "level"
    return {
        "y": y(float(level.value)),
        "x1": start,
        "x2": whole,
        "x3": end,
        "style": style,
        "label": level.label,
        "strong": level.strong or style == "level",
    }


def _flag(flag: Flag, points: Sequence[Point], x: Scale) -> dict[str, Any]:
    at = _between(points, flag.on, x)
    width = 20 + 7.6 * len(flag.text)
    left = at if at + width < WIDTH else at - width
    return {"x": at, "left": round(left, 1), "width": round(width, 1), "text": flag.text}


def _months(points: Sequence[Point], x: Scale, language: str) -> list[dict[str, Any]]:
    firsts = [n for n, p in enumerate(points) if n == 0 or p.on.month != points[n - 1].on.month]
    step = max(1, -(-len(firsts) // 12))
    return [{"x": x(n), "label": norsk.month(points[n].on, language)} for n in firsts[::step]]


def _label(drawn: Line, language: str) -> None:
    """Words at the right end, pushed apart; the newest value among them (`now`)."""
    ends = [{"y": level["y"], "label": level["label"], "strong": level["strong"]} for level in drawn.levels if level["label"]]
    values = [point.value for point in drawn.points if point.value is not None]
    if values:
        newest = norsk.number(values[-1], None, language)
        ends.append({"y": drawn.marks[-1]["y"], "label": newest, "strong": True, "now": True})
    places = spread([end["y"] for end in ends], LABEL_GAP)
    drawn.ends = [{**end, "y": y + 5} for end, y in zip(ends, places, strict=True)]
