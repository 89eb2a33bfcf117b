"""Plays what stands beside the steps: the coach's visits, the training of coaches, and briefings."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from bedre.organisation.models import Partner
from bedre.rollout.models import Briefing, CoachTraining, CoachVisit

from .data import facts, invented
from .scene import Scene

AUDIENCES = {"union_representatives": "union", "other_leaders": "leaders"}
LEVELS = ("observed", "together", "alone")


def put(scene: Scene) -> None:
    """Put it on the timeline."""
    for slug, row in invented()["rollout"].items():
        for visit, after in zip(row["visits"], [*row["visits"][1:], {"on": row["next_visit"]}], strict=True):
            scene.time.on(visit["on"], "15:30", partial(hold_visit, scene, slug, visit, after["on"]))
    for row in invented()["briefings"]:
        scene.time.on(row["on"] - dt.timedelta(14), "14:00", partial(invite, scene, row))
        if "count" in row:
            scene.time.on(row["on"], "16:00", partial(brief, scene, row))
    for row in invented()["training"]:
        train(scene, row)


def hold_visit(scene: Scene, slug: str, row: dict[str, Any], then: dt.date) -> None:
    """The coach visits the board, and the next visit is agreed."""
    started = scene.introductions[slug]
    visit = started.visits.filter(on=row["on"]).first() or CoachVisit.plan(started, on=row["on"], by=started.coach)
    visit.hold(by=started.coach, version=None, on=row["on"], seen=row["seen"], next_step=row["next"], next_on=then)


def invite(scene: Scene, row: dict[str, Any]) -> None:
    """Those who decide and those who speak for the staff are invited."""
    partner = next((entry for entry in facts()["partners"] if entry["key"] == row["by"]), None)
    Briefing.plan(
        audience=AUDIENCES.get(row["audience"], row["audience"]), on=row["on"], by=scene.people["coordinator"], name=row["invited"],
        invited=row["invited"], shown=row.get("shown") or facts()["briefing"]["what"], starts_at=dt.time.fromisoformat(row["at"]),
        place=row["place"], held_by="" if partner else scene.people["coordinator"].name,
        partner=Partner.objects.get(name=partner["name"]) if partner else None,
    )  # fmt: skip


def brief(scene: Scene, row: dict[str, Any]) -> None:
    """They come, and are counted."""
    Briefing.objects.get(on=row["on"]).hold(by=scene.people["coordinator"], on=row["on"], came=row["count"])


def train(scene: Scene, row: dict[str, Any]) -> None:
    """A coach in training observes, does it together, does it alone: course days from the second on, then visits in their order."""
    visits = [visit["on"] for visit in invented()["rollout"][row["unit"]]["visits"]]
    days = {"course_day": facts()["pilots"]["course_days"][1:], "board_meeting": visits, "guidance": visits}
    for step, said in invented()["training_notes"].items():
        for level in row[step]:
            day = days[step][LEVELS.index(level)]
            scene.time.on(day, "16:00", partial(note, scene, row, step, level, day, said[level]))


def note(scene: Scene, row: dict[str, Any], step: str, level: str, day: dt.date, text: str) -> None:
    """One note of a coach's training, by the coordinator."""
    coordinator = scene.people["coordinator"]
    training = CoachTraining.begin(scene.introductions[row["unit"]], person=scene.people[row["coach"]], by=coordinator)
    training.note(step=step, level=level, on=day, by=coordinator, text=text)
