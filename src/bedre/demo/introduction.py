"""Plays the introduction: visit, decision, method, wave, courses, visits, briefings, training."""

from __future__ import annotations

from functools import partial
from typing import Any

from bedre.learning.models import StudyVisit
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.organisation.models import Unit
from bedre.people.models import Person
from bedre.rollout import adopted
from bedre.rollout.models import (
    Briefing,
    CoachTraining,
    CoachVisit,
    Considered,
    CourseDay,
    Decision,
    Introduction,
    Line,
    ProjectPlan,
    Wave,
)

from .data import facts, invented
from .timeline import Timeline

AUDIENCES = {"union_representatives": "union", "other_leaders": "leaders"}
LEARNED_BEFORE = {"observed": 0, "together": 1, "alone": 2}


class Play:
    """The introduction of the two pilots, put on a timeline."""

    def __init__(self, timeline: Timeline, units: dict[str, Unit], people: dict[str, Person]) -> None:
        self.time, self.units, self.people = timeline, units, people
        self.introductions: dict[str, Introduction] = {}
        self.coordinator, self.director = people["coordinator"], people["director"]

    def put(self) -> None:
        """Put everything on the timeline."""
        case = facts()
        self.time.on(case["visit"]["on"], "12:00", self.visit)
        self.time.on(case["decision"]["on"], "10:00", self.decide)
        self.time.on(case["pilots"]["starts_on"], "12:00", self.wave)
        for slug, row in invented()["rollout"].items():
            self.unit(slug, row)
        for row in invented()["briefings"]:
            self.time.on(row["on"], "14:00", partial(self.brief, row))
        for row in invented()["training"]:
            self.train(row)
        self.time.on(case["before_summer"], "12:00", self.second_wave)

    def visit(self) -> None:
        """Harstad visits Vestre Toten."""
        case, more = facts()["visit"], invented()["visit_more"]
        noted = StudyVisit.note(
            direction=case["direction"], organisation=facts()["partners"][0]["name"], contact_on=case["on"], by=self.coordinator,
            who=case["who"], programme=more["programme"], units_elsewhere=", ".join(case["units_seen"]), followed=more["followed"],
        )  # fmt: skip
        noted.hold(by=self.coordinator, on=case["on"], people=more["others"])

    def decide(self) -> None:
        """The decision with its alternatives, and the method adopted."""
        case = facts()["decision"]
        considered = [Considered(row["name"], row["why"], row.get("chosen", False)) for row in invented()["alternatives"]]
        version = MethodVersion.keep(catalog.text(catalog.DEFAULT), by=self.coordinator)
        version.adopt(on=case["on"], by=self.coordinator)
        Decision.make(
            title=case["what"], decided_on=case["on"], by=self.coordinator, alternatives=considered, body=self.director.name,
            method_version=version.pk,
        )  # fmt: skip

    def wave(self) -> None:
        """The pilot wave, its introductions and course days."""
        case = facts()["pilots"]
        wave = Wave.plan(name=case["name"], starts_on=case["starts_on"], report_due=case["report_due"], by=self.coordinator)
        wave.decide(by=self.director, on=case["starts_on"])
        outline = adopted.present()
        for number, slug in enumerate(case["units"], 1):
            introduction = Introduction.start(
                unit=self.units[slug], outline=outline, course_week=case["course_week"], report_due=case["report_due"], by=self.coordinator,
                wave=wave, coach=self.people[f"coach{number}"],
            )  # fmt: skip
            CourseDay.plan_all(
                introduction, case["course_days"], by=self.coordinator, version=introduction.version, place="Rådhuset"
            )
            self.introductions[slug] = introduction

    def second_wave(self) -> None:
        """What the coordinator proposes next: it waits for the leader group."""
        case = facts()["later"][0]
        Wave.plan(
            name=case["name"], starts_on=case["from"], report_due=invented()["second_wave"]["report_due"], by=self.coordinator,
            note=invented()["second_wave"]["note"],
        )  # fmt: skip

    def unit(self, slug: str, row: dict[str, Any]) -> None:
        """One unit's way through the steps."""
        first, last = row["prepared"]
        met, came = row["information"]
        self.time.on(last, "15:00", lambda: self.finish(slug, "leader_preparation", last))
        self.time.on(met, "15:00", lambda: self.finish(slug, "information_meeting", met, came))
        for number, day in enumerate(facts()["pilots"]["course_days"]):
            self.time.on(day, "15:30", partial(self.course_day, slug, number + 1, day, row["attendance"][number]))
        self.time.on(row["plan"]["on"], "15:00", partial(self.plan, slug, row["plan"]))
        for visit in row["visits"]:
            self.time.on(visit["on"], "15:30", partial(self.visit_unit, slug, visit))
        self.time.on(row["visits"][-1]["on"], "15:45", partial(self.next_visit, slug, row["next_visit"]))

    def finish(self, slug: str, kind: str, day: Any, came: int | None = None) -> None:
        """A step is done."""
        step = self.introductions[slug].steps.get(kind=kind)
        if step.done is None:
            step.finish(by=self.coordinator, on=day, came=came)

    def course_day(self, slug: str, number: int, day: Any, attendance: int) -> None:
        """A course day is held."""
        course = self.introductions[slug].course_days.get(number=number)
        course.hold(by=self.introductions[slug].coach, on=day, attendance=attendance)

    def plan(self, slug: str, row: dict[str, Any]) -> None:
        """The unit writes its project plan."""
        line = Line(row["goal"], row["notice"], row["who"], row["when"])
        ProjectPlan.of(self.introductions[slug]).write(by=self.introductions[slug].coach, version=None, why="", lines=[line])

    def visit_unit(self, slug: str, row: dict[str, Any]) -> None:
        """The coach visits the board."""
        introduction = self.introductions[slug]
        visit = CoachVisit.plan(introduction, on=row["on"], by=introduction.coach)
        visit.hold(by=introduction.coach, version=None, on=row["on"], seen=row["seen"], next_step=row["next"])

    def next_visit(self, slug: str, day: Any) -> None:
        """The next visit is agreed."""
        CoachVisit.plan(self.introductions[slug], on=day, by=self.introductions[slug].coach)

    def brief(self, row: dict[str, Any]) -> None:
        """Those who decide and those who speak for the staff get insight."""
        shown = row.get("shown") or facts()["briefing"]["what"]
        held_by = next((p["name"] for p in facts()["partners"] if p["key"] == row["by"]), self.coordinator.name)
        audience = AUDIENCES.get(row["audience"], row["audience"])
        briefing = Briefing.plan(
            audience=audience,
            on=row["on"],
            by=self.coordinator,
            name=row["invited"],
            invited=row["invited"],
            shown=shown,
            held_by=held_by,
        )
        briefing.hold(by=self.coordinator, on=row["on"], came=row["count"])

    def train(self, row: dict[str, Any]) -> None:
        """A coach in training observes, does it together, does it alone."""
        days = [*facts()["pilots"]["course_days"][1:], *[visit["on"] for visit in invented()["rollout"][row["unit"]]["visits"]]]
        for step in ("course_day", "board_meeting", "guidance"):
            for level in row[step]:
                day = days[LEARNED_BEFORE[level]] if step == "course_day" else days[3 + LEARNED_BEFORE[level]]
                self.time.on(day, "16:00", partial(self.note, row, step, level, day))

    def note(self, row: dict[str, Any], step: str, level: str, day: Any) -> None:
        """One note of a coach's training."""
        training = CoachTraining.begin(self.introductions[row["unit"]], person=self.people[row["coach"]], by=self.coordinator)
        training.note(step=step, level=level, on=day, by=self.coordinator)
