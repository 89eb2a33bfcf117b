"""A course day of a unit: planned, held, with what was done and what is for homework."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .fact import Fact, current, refuse_future
from .introduction import Introduction


class Homework(models.TextChoices):
    """How far the homework between course days has come."""

    NONE = "none", gettext_lazy("No homework")
    GIVEN = "given", gettext_lazy("Given")
    STARTED = "started", gettext_lazy("Under way")
    DONE = "done", gettext_lazy("Done")


class CourseDay(TenantModel, Versioned):
    """Number, date, place, topics, homework, notes. That it was held is a fact of its own, with attendance as a count."""

    REDACTABLE = ("place", "topics", "homework", "notes")
    TYPED = ("place", "topics", "homework", "notes")

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="course_days")
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    topics = models.TextField(blank=True)
    homework = models.TextField(blank=True)
    homework_state = models.CharField(max_length=10, choices=Homework.choices, default=Homework.NONE)
    notes = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["introduction", "number"], name="course_day_number")]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def held(self) -> CourseDayHeld | None:
        """That it was held, when and for how many; None while it was not."""
        return current(self, "helds")

    @classmethod
    @transaction.atomic
    def plan_all(
        cls, introduction: Introduction, dates: Sequence[dt.date], *, by: Any, version: int | None, place: str = "",
        topics: Sequence[str] = (),
    ) -> list[CourseDay]:  # fmt: skip
        """Plan all course days in one go, numbered by date; those already held stay. `topics` are texts to begin with, by number.

        Raises DomainError for two course days on one date, StaleError when the plan changed meanwhile.
        """
        if len(set(dates)) != len(dates):
            raise DomainError(_("Two course days cannot be on the same date."))
        introduction.changing(version)
        days = [cls._plan(introduction, n, on, clean(place), topics) for n, on in enumerate(sorted(dates), 1)]
        fit_course_step(introduction, [day.on for day in days])
        events.record(
            introduction, "course_days.planned", by=by, unit=introduction.unit, dates=[d.on.isoformat() for d in days]
        )
        return days

    @classmethod
    def _plan(cls, introduction: Introduction, number: int, on: dt.date, place: str, topics: Sequence[str]) -> CourseDay:
        topic = topics[number - 1] if number <= len(topics) else ""
        day, created = introduction.course_days.get_or_create(
            number=number, defaults={"on": on, "place": place, "topics": topic}
        )
        if not created and day.held is None and (day.on, day.place) != (on, place or day.place):
            day.on, day.place = on, place or day.place
            day.bump()
            day.save()
        return day

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, **fields: Any) -> None:
        """Change on, starts_at, ends_at, place, topics, homework, homework_state, notes. Raises StaleError, or DomainError for times."""
        stored = CourseDay.objects.select_for_update().get(pk=self.pk)
        stored.check_version(version)
        for name, value in fields.items():
            setattr(self, name, clean(value) if name in self.TYPED else value)
        self._check_times()
        self.version = stored.version
        self.bump()
        self.save()
        if self.on != stored.on:
            self.introduction.changing(None)
            fit_course_step(self.introduction, list(self.introduction.course_days.values_list("on", flat=True)))
        events.record(self, "course_day.written", by=by, unit=self.introduction.unit, fields=sorted(fields))

    def _check_times(self) -> None:
        if self.introduction.course_days.filter(on=self.on).exclude(pk=self.pk).exists():
            raise DomainError(_("Two course days cannot be on the same date."))
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise DomainError(_("The course day cannot end before it begins."))

    @property
    def unit(self) -> Any:
        """The unit whose course day it is."""
        return self.introduction.unit

    @transaction.atomic
    def hold(self, *, by: Any, on: dt.date, attendance: int) -> CourseDayHeld:
        """It was held on a date for a number of people. When it was the last one, the step of the course days is done that day.

        Raises DomainError for a date to come, no attendance, or a day that is already held.
        """
        CourseDay.objects.select_for_update().get(pk=self.pk)
        refuse_future(on)
        if attendance < 1:
            raise DomainError(_("How many took part? A course day nobody came to was not held."))
        if self.helds.filter(withdrawn_at=None).exists():
            raise DomainError(_("This course day is already held."))
        held = self.helds.create(on=on, by=by, attendance=attendance)
        events.record(self, "course_day.held", by=by, unit=self.introduction.unit, number=self.number, on=on.isoformat())
        _finish_course(self.introduction, by)
        return held

    @transaction.atomic
    def not_held(self, *, by: Any) -> None:
        """It was not held after all: the fact is withdrawn, and the unit's training with it."""
        held = self.helds.filter(withdrawn_at=None).first()
        if held is None:
            raise DomainError(_("This course day is not held."))
        held.withdraw(by)
        events.record(self, "course_day.not_held", by=by, unit=self.introduction.unit, number=self.number)
        step = _course_step(self.introduction)
        if step is not None and step.done is not None:
            step.reopen(by=by)


class CourseDayHeld(Fact):
    """That a course day was held, and how many took part. Never who."""

    course_day = models.ForeignKey(CourseDay, on_delete=models.CASCADE, related_name="helds")
    attendance = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.course_day} {self.on}"


def _course_step(introduction: Introduction) -> Any:
    return introduction.steps.filter(kind="course_days", withdrawn_at=None).first()


def fit_course_step(introduction: Introduction, dates: Sequence[dt.date]) -> None:
    """Let the step of the course days last from the first of them to the last."""
    introduction.steps.filter(kind="course_days", withdrawn_at=None).update(first_on=min(dates), last_on=max(dates))


def _finish_course(introduction: Introduction, by: Any) -> None:
    held = CourseDayHeld.objects.filter(course_day__introduction=introduction, withdrawn_at=None).values_list("on", flat=True)
    step = _course_step(introduction)
    if step is not None and step.done is None and len(held) >= introduction.choice.course_days:
        step.finish(by=by, on=max(held))
