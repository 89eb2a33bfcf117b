"""Plays the introduction: the wave of the pilots with plans and course days, and the wave that is proposed next."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from bedre.files.storage import accept_document, accept_photo
from bedre.method import queries as methods
from bedre.rollout import adopted
from bedre.rollout.models import CourseDay, Homework, Introduction, Line, ProjectPlan, Wave

from . import pictures
from .data import facts, invented
from .scene import Scene

NINE, THREE = dt.time(9), dt.time(15)


def put(scene: Scene) -> None:
    """Put it on the timeline."""
    scene.time.on(facts()["pilots"]["starts_on"], "12:00", partial(first_wave, scene))
    for slug, row in invented()["rollout"].items():
        unit(scene, slug, row)
    scene.time.on(facts()["before_summer"], "12:00", partial(second_wave, scene))


def first_wave(scene: Scene) -> None:
    """The wave of the pilots, decided by the leader group, with the plans of its units."""
    case, coordinator = facts()["pilots"], scene.people["coordinator"]
    wave = Wave.plan(name=case["name"], starts_on=case["starts_on"], report_due=case["report_due"], by=coordinator)
    wave.decide(by=scene.people["director"], on=case["starts_on"])
    scene.waves.append(wave)
    for number, slug in enumerate(case["units"], 1):
        scene.introductions[slug] = Introduction.start(
            unit=scene.units[slug], outline=adopted.present(), course_week=case["course_week"], report_due=case["report_due"],
            by=coordinator, wave=wave, coach=scene.people[f"coach{number}"],
        )  # fmt: skip
        plan(scene, slug)


def plan(scene: Scene, slug: str) -> None:
    """Course days with place, hours, topics and homework, and who is responsible for each step."""
    started, coordinator = scene.introductions[slug], scene.people["coordinator"]
    days = CourseDay.plan_all(
        started, facts()["pilots"]["course_days"], by=coordinator, version=None, place="Formannskapssalen", topics=adopted.present().topics
    )  # fmt: skip
    for day, wanted in zip(days, methods.current().course_days, strict=True):
        day.write(by=coordinator, version=None, starts_at=NINE, ends_at=THREE, homework=str(wanted.homework))
    for key, who in invented()["rollout"][slug]["responsible"].items():
        step = started.steps.get(key=key)
        step.plan(by=coordinator, version=None, first_on=step.first_on, last_on=step.last_on, responsible=scene.people[who])


def unit(scene: Scene, slug: str, row: dict[str, Any]) -> None:
    """One unit's way through the steps until its board starts."""
    _first, prepared = row["prepared"]
    met, came = row["information"]
    scene.time.on(prepared, "15:00", partial(finish, scene, slug, "leader_preparation", prepared))
    scene.time.on(met, "15:00", partial(finish, scene, slug, "information_meeting", met, came))
    for number, (day, attendance) in enumerate(zip(facts()["pilots"]["course_days"], row["attendance"], strict=True), 1):
        scene.time.on(day, "15:30", partial(course_day, scene, slug, number, day, attendance))
    for version in row["plan"]:
        scene.time.on(version["on"], "15:00", partial(write_plan, scene, slug, version))
    if "guided" in row:
        scene.time.on(row["guided"], "15:00", partial(finish, scene, slug, "guidance", row["guided"]))


def finish(scene: Scene, slug: str, kind: str, day: dt.date, came: int | None = None) -> None:
    """A step is done."""
    started = scene.introductions[slug]
    started.steps.get(kind=kind).finish(by=started.coach, on=day, came=came)


def course_day(scene: Scene, slug: str, number: int, day: dt.date, attendance: int) -> None:
    """A course day is held: how many came, what was noted, and what is for homework. The homework before it was done."""
    started = scene.introductions[slug]
    held, more = started.course_days.get(number=number), invented()["course_days"][number - 1]
    held.hold(by=started.coach, on=day, attendance=attendance)
    held.write(by=started.coach, version=None, notes=more["notes"], homework_state=Homework.GIVEN)
    if "photo" in more:
        photo = pictures.picture(more["photo"])
        accept_photo(photo.file, owner=held, by=started.coach, alt=photo.alt)
    if "file" in more:
        accept_document(pictures.worksheet(more["file"], **invented()["worksheet"]), owner=held, by=started.coach)
    for before in started.course_days.filter(number=number - 1):
        before.write(by=started.coach, version=None, homework_state=Homework.DONE)


def write_plan(scene: Scene, slug: str, row: dict[str, Any]) -> None:
    """The unit writes its project plan, or writes it anew. The last homework is done with it."""
    started, writer = scene.introductions[slug], scene.people[row["by"]]
    lines = [Line(line["goal"], line["notice"], line["who"], line["when"]) for line in row["lines"]]
    ProjectPlan.of(started).write(by=writer, version=None, why=row["why"], lines=lines)
    for last in started.course_days.filter(homework_state=Homework.GIVEN):
        last.write(by=started.coach, version=None, homework_state=Homework.DONE)


def second_wave(scene: Scene) -> None:
    """What the coordinator proposes next: it waits for the leader group."""
    case, more, coordinator = facts()["later"][0], invented()["second_wave"], scene.people["coordinator"]
    wave = Wave.plan(
        name=case["name"], starts_on=case["from"], report_due=more["report_due"], by=coordinator, note=more["note"]
    )
    for row in more["units"]:
        wave.take_in(
            [scene.units[row["unit"]]], outline=adopted.present(), course_week=row["course_week"], by=coordinator,
            coach=scene.people[row["coach"]],
        )  # fmt: skip
