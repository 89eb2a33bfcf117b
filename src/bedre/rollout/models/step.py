"""One step of a unit's plan: when, who is responsible, done or not."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.models import Event
from bedre.kernel.tenancy import TenantModel
from bedre.kernel.text import clean

from ..schedule import Move, Span, distance, shifted
from .fact import Fact, current, refuse_future
from .introduction import Introduction


class Step(TenantModel):
    """A unit-level step of the method in one unit's plan. Its title and meaning are the method's, found by `key`."""

    REDACTABLE = ("note",)

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="steps")
    key = models.SlugField(max_length=60)
    kind = models.SlugField(
        max_length=30, blank=True, help_text="What the method says the step is: course_days, plan, report …"
    )
    place = models.PositiveSmallIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()
    responsible = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(
        null=True, blank=True, help_text="When the plan was moved to a method without this step"
    )

    class Meta:
        ordering = ["place"]
        indexes = [models.Index(fields=["municipality", "introduction", "place"])]

    def __str__(self) -> str:
        return self.key

    @property
    def done(self) -> StepDone | None:
        """That it is done, when and by whom; None while it is not."""
        return current(self, "dones")

    @transaction.atomic
    def plan(
        self,
        *,
        by: Any,
        version: int | None,
        first_on: dt.date,
        last_on: dt.date,
        responsible: Any = None,
        note: str = "",
    ) -> None:
        """Set dates, responsible and note of this step alone. Raises DomainError for dates out of order, StaleError."""
        if last_on < first_on:
            raise DomainError(_("The step cannot end before it begins."))
        self.introduction.changing(version)
        self.first_on, self.last_on, self.responsible, self.note = first_on, last_on, responsible, clean(note)
        self.save()
        dates = {"first_on": first_on.isoformat(), "last_on": last_on.isoformat()}
        events.record(self, "step.planned", by=by, unit=self.introduction.unit, key=self.key, **dates)

    def moves(self, to: dt.date, *, following: bool = True) -> list[Move]:
        """What moves when this step begins on `to`: itself, and with `following` every later step and course day that is not done.

        By working days: what was five working days after stays five working days after. Nothing is changed yet.
        """
        days = distance(self.first_on, to)
        steps = [self, *(self._following() if following else [])]
        found = [shifted(step.key, (step.first_on, step.last_on), days) for step in steps]
        if any(step.kind == "course_days" for step in steps):
            days_left = [day for day in self.introduction.course_days.prefetch_related("helds") if day.held is None]
            found += [shifted(f"course_day:{day.number}", (day.on, day.on), days) for day in days_left]
        return found

    def _following(self) -> list[Step]:
        later = self.introduction.steps.filter(place__gt=self.place, withdrawn_at=None).prefetch_related("dones")
        return [step for step in later if step.done is None]

    @transaction.atomic
    def move(self, to: dt.date, *, by: Any, version: int | None, following: bool) -> list[Move]:
        """Let the step begin on another date, alone or with all that follows (`moves` shows what that is beforehand).

        Raises StaleError when the plan changed since it was seen, DomainError for a step that is done.
        """
        if self.dones.filter(withdrawn_at=None).exists():
            raise DomainError(_("This step is done and stays where it is."))
        self.introduction.changing(version)
        moves = self.moves(to, following=following)
        for move in moves:
            _place(self.introduction, move.what, move.to)
        was = {move.what: [day.isoformat() for day in move.was] for move in moves}
        made = {"key": self.key, "to": to.isoformat(), "was": was, "version": self.introduction.version}
        events.record(self, "step.moved", by=by, unit=self.introduction.unit, **made)
        return moves

    @transaction.atomic
    def move_back(self, *, by: Any, version: int) -> None:
        """Undo the move that made the plan what it is at `version`.

        Raises StaleError when the plan was changed after it, DomainError when that change was no move of this step.
        """
        self.introduction.changing(version)
        move = Event.objects.filter(verb="step.moved", subject_id=self.pk, changes__version=version).first()
        if move is None:
            raise DomainError(_("There is no move to undo."))
        for what, days in move.changes["was"].items():
            first, last = map(dt.date.fromisoformat, days)
            _place(self.introduction, what, (first, last))
        events.record(self, "step.moved_back", by=by, unit=self.introduction.unit, key=self.key)

    @transaction.atomic
    def finish(self, *, by: Any, on: dt.date, came: int | None = None) -> StepDone:
        """The step was done on a date; `came` is how many took part, where that is counted. Raises DomainError for a date to come, a closed introduction or a second time."""
        Step.objects.select_for_update().get(pk=self.pk)
        refuse_future(on)
        _refuse_closed(self.introduction)
        if self.dones.filter(withdrawn_at=None).exists():
            raise DomainError(_("This step is already done."))
        done = self.dones.create(on=on, by=by, came=came)
        events.record(self, "step.done", by=by, unit=self.introduction.unit, key=self.key, on=on.isoformat())
        return done

    @transaction.atomic
    def reopen(self, *, by: Any) -> None:
        """It was not done after all. The earlier word is withdrawn, not deleted."""
        done = self.dones.filter(withdrawn_at=None).first()
        if done is None:
            raise DomainError(_("This step is not done."))
        done.withdraw(by)
        events.record(self, "step.reopened", by=by, unit=self.introduction.unit, key=self.key)

    def leave_plan(self) -> None:
        """The method that the plan was moved to does not have this step."""
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])


class StepDone(Fact):
    """That a step was done on a date."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="dones")
    came = models.PositiveIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.step} {self.on}"


def _place(introduction: Introduction, what: str, span: Span) -> None:
    first, last = span
    kind, _colon, number = what.partition(":")
    if number:
        introduction.course_days.filter(number=number).update(on=first, version=models.F("version") + 1)
    else:
        introduction.steps.filter(key=kind, withdrawn_at=None).update(first_on=first, last_on=last)


def _refuse_closed(introduction: Introduction) -> None:
    state = introduction.side_state()
    if state is not None and state.kind == "closed":
        raise DomainError(_("The introduction is closed because the unit is."))
