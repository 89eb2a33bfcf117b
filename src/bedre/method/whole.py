"""What a schema cannot say: that a method hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .lines import Path

OPEN_STATES = ("new", "prioritised", "in_progress", "testing", "introduced", "done")
"""States of an improvement that stand on the board, in order."""

ALWAYS = ("course_days", "board_start", "report", "alone")
"""Kinds of step without which an introduction can be neither measured nor ended. There is one of each."""

UNLESS_LEFT_OUT = ("decision", "orientation", "leader_preparation", "information_meeting", "plan", "guidance")
"""Kinds of step that a method has unless it says that it leaves them out, so that none is lost by mistake."""

Fault = tuple[Path, str]
Data = dict[str, Any]


def faults(data: Data) -> Iterator[Fault]:
    """Every place where the parts of a method contradict each other."""
    yield from _used_twice(data)
    yield from _steps_missing(data)
    yield from _steps_in_order(data["steps"])
    yield from _columns(data["board"]["columns"])
    yield from _agenda(data["meeting"])
    yield from _course_days(data)


def _used_twice(data: Data) -> Iterator[Fault]:
    for path, rows in _keyed(data, ()):
        seen: set[str] = set()
        for number, row in enumerate(rows):
            if row["key"] in seen:
                yield (*path, number, "key"), _("“%s” is used twice.") % row["key"]
            seen.add(row["key"])


def _keyed(part: Any, path: Path) -> Iterator[tuple[Path, list[Data]]]:
    """Every list of things that have keys, with its place."""
    if isinstance(part, list) and part and isinstance(part[0], dict) and "key" in part[0]:
        yield path, part
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in inner:
        yield from _keyed(value, (*path, name))


def _steps_missing(data: Data) -> Iterator[Fault]:
    kinds = Counter(step["kind"] for step in data["steps"])
    left_out = data.get("left_out", [])
    for kind in ALWAYS:
        if not kinds[kind]:
            yield ("steps",), _("A step of the kind “%s” is missing.") % kind
        elif kinds[kind] > 1:
            yield ("steps",), _("There can be only one step of the kind “%s”.") % kind
    for kind in UNLESS_LEFT_OUT:
        if not kinds[kind] and kind not in left_out:
            yield ("steps",), _("A step of the kind “%s” is missing. If you do without it, write it under left_out.") % kind
        elif kinds[kind] and kind in left_out:
            yield ("left_out",), _("“%s” is left out, but stands among the steps.") % kind


def _steps_in_order(steps: list[Data]) -> Iterator[Fault]:
    of_unit = False
    for number, step in enumerate(steps):
        if of_unit and step["level"] == "municipality":
            yield ("steps", number), _("The steps of the municipality come before those of the unit.")
        of_unit = of_unit or step["level"] == "unit"
        if step["kind"] in ALWAYS and step["level"] == "municipality":
            yield ("steps", number, "level"), _("This step is taken by each unit: write level: unit.")
        first, last = step.get("weeks", (0, 0))
        if first > last:
            yield ("steps", number, "weeks"), _("The last week comes before the first.")


def _columns(columns: list[Data]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, column in enumerate(columns):
        for state in column["states"]:
            if state in seen:
                yield ("board", "columns", number, "states"), _("Cards that are “%s” would stand in two columns.") % state
            seen.add(state)
    for state in OPEN_STATES:
        if state not in seen:
            yield ("board", "columns"), _("No column holds cards that are “%s”.") % state


def _agenda(meeting: Data) -> Iterator[Fault]:
    total = sum(item["minutes"] for item in meeting["agenda"])
    if total != meeting["minutes"]:
        sentence = _("The agenda takes %(total)d minutes, but the meeting has %(minutes)d.")
        yield ("meeting", "agenda"), sentence % {"total": total, "minutes": meeting["minutes"]}


def _course_days(data: Data) -> Iterator[Fault]:
    """Days may be left undescribed; what is described must be all of them, in order."""
    wanted = next((step.get("days", 1) for step in data["steps"] if step["kind"] == "course_days"), 0)
    numbers = [day["number"] for day in data.get("course_days", [])]
    if wanted and numbers and numbers != list(range(1, wanted + 1)):
        yield ("course_days",), _("The step of the course days has %d days; describe exactly those, from 1 on.") % wanted
