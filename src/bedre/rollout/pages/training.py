"""How far the training of coaches has come."""

from __future__ import annotations

from typing import Any

from bedre.kernel import clock

from ..adopted import outline
from ..models import CoachTraining, Introduction, Level, with_current
from ..outline import Outline
from .lines import UnitLine


def training_steps(introduction: Introduction) -> list[tuple[str, str]]:
    """(key, title) of the steps a coach is trained in, by the method this introduction runs by."""
    return list(outline(introduction.method_version).trained_in)


def training(who: Any, here: Any) -> dict[str, Any]:
    """Who is trained in a unit's introduction: per step observed, together, alone; approved when."""
    rows = with_current(here.introduction.trainings.select_related("person"), "approvals").prefetch_related("notes")
    steps = training_steps(here.introduction)
    return {
        "unit": here.unit,
        "trainings": [_one(row, steps) for row in rows],
        "may": who.may("rollout.train", here.unit),
        "may_approve": who.may("rollout.approve_training", here.unit),
        "me": who.person.pk,
        "words": Level.labels,
        "today": clock.today(),
    }


def _one(row: CoachTraining, steps: list[tuple[str, str]]) -> dict[str, Any]:
    dates = {(note.step, note.level): note.on for note in row.notes.all() if note.holds()}
    table = [(key, title, [(level.value, level.label, dates.get((key, level))) for level in Level]) for key, title in steps]
    alone = any(level == Level.ALONE for _step, level in dates)
    return {"training": row, "table": table, "approval": row.approval, "ready": alone and row.approval is None}


def summary_of_training(trainings: list[CoachTraining], lines: list[UnitLine]) -> dict[str, Any] | None:
    """How many of the coaches in training have observed, done together and done alone each step. Never by name."""
    if not trainings:
        return None
    outlines: list[Outline] = [line.outline for line in lines]
    people = {row.person_id for row in trainings}
    reached = {(row.person_id, *pair) for row in trainings for pair in row.reached()}
    table = [
        (title, [sum(1 for person in people if (person, key, level) in reached) for level in Level])
        for key, title in outlines[0].trained_in
    ]
    return {
        "count": len(people),
        "words": Level.labels,
        "table": table,
        "approved": len({row.person_id for row in trainings if row.approval}),
    }
