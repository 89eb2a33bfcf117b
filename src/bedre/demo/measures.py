"""Plays the measures of the boards: begun on a day, with values entered on theirs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Any

from bedre.measure.models import Goal, Measure

from .data import invented
from .scene import Scene


def put(scene: Scene) -> None:
    """Put all measures on the timeline. Values from before a measure was begun are entered when it is."""
    for slug, rows in invented()["measures"].items():
        for row in rows:
            made: list[Measure] = []
            scene.time.on(row["begun"], "08:00", partial(begin, scene, slug, row, made))
            for day, entered in row["values"].items():
                value, text = entered if isinstance(entered, list) else (entered, "")
                happening = partial(enter, made, day, Decimal(str(value)), text, scene.people[row["by"]])
                scene.time.on(max(day, row["begun"]), "08:05", happening)


def begin(scene: Scene, slug: str, row: dict[str, Any], made: list[Measure]) -> None:
    """The unit says what it wants and what it counts."""
    writer, target = scene.people[row["by"]], Decimal(row["target"])
    goal = Goal.state(unit=scene.units[slug], title=row["goal"], by=writer)
    made.append(Measure.add(goal, by=writer, name=row["name"], unit_of_measure=row["unit"], direction=row["direction"], every=row["every"], target=target))  # fmt: skip


def enter(made: list[Measure], day: dt.date, value: Decimal, text: str, by: Any) -> None:
    """A value is entered."""
    made[0].enter(on=day, value=value, by=by, note=text)
