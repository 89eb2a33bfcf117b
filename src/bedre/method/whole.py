"""What a schema cannot say: that a method hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from .lines import Path

OPEN_STATES = ("new", "prioritised", "in_progress", "testing", "introduced", "done")
"""States of an improvement that stand on the board, in order."""

NEEDED_STEPS = ("course_days", "board_start", "report", "alone")
"""Kinds of step without which an introduction can be neither measured nor ended."""

ROLES = (
    "employee", "unit_leader", "deputy", "improvement_team", "coach", "coordinator", "leader_group", "union_rep", "chief_union_rep",
    "safety_rep", "controller", "politician", "administrator", "adviser", "visitor",
)  # fmt: skip

Fault = tuple[Path, str]


def faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Every place where the parts of a method contradict each other."""
    yield from _twice(data)
    yield from _steps(data["steps"])
    yield from _columns(data["board"]["columns"])
    yield from _agenda(data["meeting"])
    yield from _course_days(data)
    for role in ROLES:
        if role not in data["roles"]:
            yield ("roles",), _("The role “%s” has no title.") % role


def _twice(data: dict[str, Any]) -> Iterator[Fault]:
    lists = {
        ("steps",): data["steps"],
        ("board", "columns"): data["board"]["columns"],
        ("board", "categories"): data["board"]["categories"],
        ("meeting", "agenda"): data["meeting"]["agenda"],
    }
    for path, rows in lists.items():
        seen: set[str] = set()
        for number, row in enumerate(rows):
            if row["key"] in seen:
                yield (*path, number, "key"), _("“%s” is used twice.") % row["key"]
            seen.add(row["key"])


def _steps(steps: list[dict[str, Any]]) -> Iterator[Fault]:
    kinds = Counter(step["kind"] for step in steps)
    for kind in NEEDED_STEPS:
        if not kinds[kind]:
            yield ("steps",), _("A step of the kind “%s” is missing.") % kind
        elif kinds[kind] > 1:
            yield ("steps",), _("There can be only one step of the kind “%s”.") % kind
    levels = [step["level"] for step in steps]
    if levels != sorted(levels, key=["municipality", "unit"].index):
        yield ("steps",), _("The steps of the municipality come before those of the unit.")


def _columns(columns: list[dict[str, Any]]) -> Iterator[Fault]:
    where = Counter(state for column in columns for state in column["states"])
    for state in OPEN_STATES:
        if where[state] == 0:
            yield ("board", "columns"), _("No column holds cards that are “%s”.") % state
        elif where[state] > 1:
            yield ("board", "columns"), _("Cards that are “%s” would stand in two columns.") % state


def _agenda(meeting: dict[str, Any]) -> Iterator[Fault]:
    total = sum(item["minutes"] for item in meeting["agenda"])
    if total != meeting["minutes"]:
        sentence = _("The agenda takes %(total)d minutes, but the meeting has %(minutes)d.")
        yield ("meeting", "agenda"), sentence % {"total": total, "minutes": meeting["minutes"]}


def _course_days(data: dict[str, Any]) -> Iterator[Fault]:
    wanted = next(step.get("days", 1) for step in data["steps"] if step["kind"] == "course_days") if _has_course(data) else 0
    numbers = [day["number"] for day in data.get("course_days", [])]
    if numbers and numbers != list(range(1, wanted + 1)):
        yield ("course_days",), _("The step of the course days has %d days; describe exactly those, from 1 on.") % wanted


def _has_course(data: dict[str, Any]) -> bool:
    return any(step["kind"] == "course_days" for step in data["steps"])
