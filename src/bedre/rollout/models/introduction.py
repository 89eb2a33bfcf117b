"""One unit on its way into the method."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean
from bedre.kernel.weeks import DAY
from bedre.people.access import as_person
from bedre.people.models import RoleKind

from ..outline import Outline, OutlineStep
from ..schedule import Span, suggest, working_span
from .choice import MethodChoice, SideState
from .fact import current, latest
from .wave import Wave


class Introduction(TenantModel, Versioned):
    """One unit × one adopted method. `version` counts every change of its plan, so that nobody moves dates they have not seen."""

    REDACTABLE = ("note",)

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="introductions")
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, null=True, blank=True, related_name="introductions")
    coach = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["starts_on", "recorded_at"]
        indexes = [models.Index(fields=["municipality", "unit"])]

    def __str__(self) -> str:
        return str(self.unit)

    @classmethod
    @transaction.atomic
    def start(
        cls, *, unit: Any, outline: Outline, course_week: dt.date, report_due: dt.date, by: Any, wave: Wave | None = None,
        coach: Any = None, starts_on: dt.date | None = None,
    ) -> Introduction:  # fmt: skip
        """Begin the introduction of a unit by a version of the method, with dates suggested for every step.

        `course_week` is the Monday of the first course week. Raises DomainError when the unit is already being introduced.
        """
        if any(
            other.side_state() is None or other.side_state().kind != SideState.CLOSED for other in cls.objects.filter(unit=unit)
        ):
            raise DomainError(_("This unit is already being introduced."))
        spans = suggest(outline.of_unit, course_week, report_due)
        begins = starts_on or min((first for first, _last in spans.values()), default=course_week)
        introduction = cls.objects.create(unit=unit, wave=wave, coach=coach, starts_on=begins)
        introduction._let_in(coach, by)
        introduction.choices.create(on=begins, by=by, method_version=outline.version, course_days=outline.course_days)
        for step in outline.of_unit:
            introduction._take_up(step, spans[step.key])
        events.record(
            introduction,
            "introduction.started",
            by=by,
            unit=unit,
            on=begins.isoformat(),
            wave=str(wave.pk) if wave else None,
        )
        return introduction

    def _take_up(self, step: OutlineStep, span: Span) -> None:
        self.steps.create(key=step.key, kind=step.kind, place=step.number, first_on=span[0], last_on=span[1])

    @transaction.atomic
    def move_to_method(self, outline: Outline, *, by: Any, on: dt.date, version: int | None) -> None:
        """Go on by another version of the method. Steps in both keep dates and state; new ones follow the plan; what is not done and
        not in the new version leaves the plan. Raises DomainError when it is the version already used, StaleError.
        """
        if self.method_version == outline.version:
            raise DomainError(_("The introduction already follows this version."))
        self.changing(version)
        self.choices.create(on=on, by=by, method_version=outline.version, course_days=outline.course_days)
        present = {step.key: step for step in self.steps.filter(withdrawn_at=None)}
        for step in present.values():
            if step.key not in outline.by_key and step.done is None:
                step.leave_plan()
        after = max((step.last_on for step in present.values()), default=on)
        for wanted in outline.of_unit:
            if wanted.key in present:
                self.steps.filter(pk=present[wanted.key].pk).update(place=wanted.number, kind=wanted.kind)
            else:
                self._take_up(wanted, working_span(after + DAY, after + DAY * 5))
        events.record(self, "introduction.method_moved", by=by, unit=self.unit, on=on.isoformat())

    @transaction.atomic
    def stand_alone(self, *, by: Any, on: dt.date) -> None:
        """The coach lets go. Raises DomainError while other steps are not done."""
        steps = list(self.steps.filter(withdrawn_at=None).prefetch_related("dones"))
        left = [step for step in steps if step.kind != "alone" and step.done is None]
        if left:
            raise DomainError(
                ngettext("%(n)d step is not done yet.", "%(n)d steps are not done yet.", len(left)) % {"n": len(left)}
            )
        for step in steps:
            if step.kind == "alone":
                step.finish(by=by, on=on)
        events.record(self, "introduction.stands_alone", by=by, unit=self.unit, on=on.isoformat())

    @transaction.atomic
    def report_approved(self, *, on: dt.date, by: Any) -> None:
        """The report on the introduction is approved: its step is done. A second approval changes nothing."""
        for step in self.steps.filter(kind="report", withdrawn_at=None):
            if step.done is None:
                step.finish(by=by, on=on)

    def changing(self, version: int | None) -> None:
        """Lock the plan for a change made by somebody who saw `version`, and count it up. Raises StaleError."""
        stored = self._locked()
        stored.check_version(version)
        self.version = stored.version
        self.bump()
        self.save(update_fields=["version"])

    @property
    def choice(self) -> MethodChoice:
        """The version of the method it runs by now."""
        if "choice_days" in self.__dict__:
            return MethodChoice(method_version=self.__dict__["choice_version"], course_days=self.__dict__["choice_days"])
        return latest(self.choices.all())  # type: ignore[return-value]  # made with the introduction, so there is always one

    @property
    def method_version(self) -> uuid.UUID | None:
        """Key of the method's version it runs by; None is the catalogue's own."""
        return self.choice.method_version

    def side_state(self, as_of: dt.date | None = None) -> SideState | None:
        """Paused, in need of support or closed on a date (None: now), or None."""
        if as_of is None and "fact_id" in self.__dict__:
            return current(self, "side_states")
        open_now = [s for s in self.side_states.all() if s.holds(as_of) and not s.ended(as_of)]
        return max(open_now, key=lambda s: (s.on, s.recorded_at), default=None)

    @transaction.atomic
    def assign_coach(self, coach: Any, *, by: Any, version: int | None = None) -> None:
        """Give the unit a coach, or none."""
        self.changing(version)
        self.coach = coach
        self.save(update_fields=["coach"])
        self._let_in(coach, by)
        events.record(self, "introduction.coach_assigned", by=by, unit=self.unit, coach=str(coach.pk) if coach else None)

    def _locked(self) -> Introduction:
        return Introduction.objects.select_for_update().get(pk=self.pk)

    def _let_in(self, coach: Any, by: Any) -> None:
        """A coach acts in units they coach: whoever is given the unit holds the role there from today."""
        coaching = (RoleKind.COACH, RoleKind.COORDINATOR, RoleKind.ADVISER)
        if coach is not None and not as_person(coach).holds(*coaching, at=self.unit):
            coach.hold(RoleKind.COACH, at=self.unit, starts_on=clock.today(), by=by)

    @transaction.atomic
    def pause(self, *, by: Any, on: dt.date, reason: str, kind: str = "paused") -> SideState:
        """Pause it, or (kind `needs_support`) ask for help. Raises DomainError without a reason or when one is already open."""
        if not reason.strip():
            raise DomainError(_("Say why, so that the unit and the coach know."))
        if self._locked().side_state() is not None:
            raise DomainError(_("It is already set aside. Take it up again first."))
        state = self.side_states.create(on=on, by=by, kind=kind, reason=clean(reason))
        events.record(self, "introduction.paused", by=by, unit=self.unit, kind=kind, on=on.isoformat())
        return state

    @transaction.atomic
    def resume(self, *, by: Any, on: dt.date) -> None:
        """Take it up again. Raises DomainError when it is not set aside, is closed, or before it was set aside."""
        state = self._locked().side_state()
        if state is None or state.kind == SideState.CLOSED:
            raise DomainError(_("There is nothing to take up again."))
        if on < state.on:
            raise DomainError(_("It cannot be taken up again before it was set aside."))
        state.end(on, by)
        events.record(self, "introduction.resumed", by=by, unit=self.unit, on=on.isoformat())

    @transaction.atomic
    def close(self, *, by: Any, on: dt.date) -> None:
        """The unit is no more: what was done stays, nothing more falls due."""
        state = self._locked().side_state()
        if state is not None and state.kind == SideState.CLOSED:
            return
        if state is not None:
            state.end(on, by)
        self.side_states.create(on=on, by=by, kind=SideState.CLOSED)
        events.record(self, "introduction.closed", by=by, unit=self.unit, on=on.isoformat())
