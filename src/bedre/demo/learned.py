"""Plays what is passed on: stories, also of what did not work, and visitors."""

from __future__ import annotations

from functools import partial
from typing import Any

from bedre.learning.models import Story, StudyVisit

from .data import invented
from .scene import Scene


def put(scene: Scene) -> None:
    """Put stories and visitors on the timeline."""
    for row in invented()["stories"]:
        scene.time.on(row["on"], "15:15", partial(tell, scene, row))
    for row in invented()["study_visits"]:
        noted: list[StudyVisit] = []
        scene.time.on(row["contact_on"], "13:00", partial(note, scene, row, noted))
        if "on" in row:
            scene.time.on(row["on"], "16:30", partial(receive, scene, row, noted))


def tell(scene: Scene, row: dict[str, Any]) -> None:
    """A finished improvement is told for others."""
    card = next(card for (_slug, title), card in scene.cards.items() if title == row["of"])
    texts = {name: row.get(name, "") for name in ("problem", "change", "result", "cost", "failed")}
    Story.tell(
        unit=card.unit, by=scene.people[row["by"]], title=row.get("title", row["of"]), worked=row.get("worked", True),
        improvement=card, **texts,
    )  # fmt: skip


def note(scene: Scene, row: dict[str, Any], noted: list[StudyVisit]) -> None:
    """Somebody gets in touch, and perhaps a visit is planned."""
    noted.append(
        StudyVisit.note(
            direction=row["direction"],
            organisation=row["organisation"],
            contact_on=row["contact_on"],
            by=scene.people["coordinator"],
            units=[scene.units[slug] for slug in row.get("units", [])],
            planned_on=row.get("planned_on", row.get("on")),
            who=row["who"],
            programme=row.get("programme", ""),
            followed="" if "on" in row else row.get("followed", ""),
        )  # fmt: skip
    )


def receive(scene: Scene, row: dict[str, Any], noted: list[StudyVisit]) -> None:
    """They come, and it is written down what followed."""
    coordinator = scene.people["coordinator"]
    noted[0].hold(by=coordinator, on=row["on"], people=row["people"])
    noted[0].write(by=coordinator, version=None, followed=row["followed"])
