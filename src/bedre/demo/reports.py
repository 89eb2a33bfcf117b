"""Plays reports: one that is published, and one that waits to be approved."""

from __future__ import annotations

from functools import partial
from typing import Any

from bedre.report import compute
from bedre.report.models import Kind, Report
from bedre.report.suggest import suggestion

from .data import invented
from .scene import Scene


def put(scene: Scene) -> None:
    """Put the reports on the timeline."""
    for row in invented()["reports"]:
        made: list[Report] = []
        scene.time.on(row["drafted"], "07:00", partial(draft, scene, row, made))
        if "approved" in row:
            scene.time.on(row["approved"], "11:00", partial(approve, scene, made))
            scene.time.on(row["published"], "09:00", partial(publish, scene, made))


def draft(scene: Scene, row: dict[str, Any], made: list[Report]) -> None:
    """The coordinator drafts it and writes its texts."""
    wave = scene.waves[0] if row["kind"] == Kind.INTRODUCTION else None
    coordinator = scene.people["coordinator"]
    texts = suggestion(row["kind"], row["as_of"], wave, None, scene.municipality)
    report = Report.draft(kind=row["kind"], as_of=row["as_of"], by=coordinator, texts=texts, wave=wave)
    report.write(by=coordinator, version=None, **{name: row[name] for name in Report.TEXTS if name in row})
    made.append(report)


def approve(scene: Scene, made: list[Report]) -> None:
    """The leader group approves it: its figures are frozen."""
    made[0].approve(by=scene.people["director"], figures=compute.figures(made[0]))


def publish(scene: Scene, made: list[Report]) -> None:
    """Everybody may read it."""
    made[0].publish(by=scene.people["director"])
