"""A wave (pulje): units that are introduced together, proposed by the coordinator and decided by the leader group."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from ..outline import Outline
from ..schedule import course_dates
from .fact import Fact, current, refuse_future


class Wave(TenantModel, Versioned):
    """Units that begin together. Its state is derived: proposed until the leader group has decided."""

    REDACTABLE = ("name", "note")

    name = models.CharField(max_length=200)
    starts_on = models.DateField()
    report_due = models.DateField()
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["starts_on", "recorded_at"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    @transaction.atomic
    def plan(cls, *, name: str, starts_on: dt.date, report_due: dt.date, by: Any, note: str = "") -> Wave:
        """Propose a wave. Raises DomainError when the report is due before the start."""
        _check_order(starts_on, report_due)
        wave = cls.objects.create(name=clean(name), starts_on=starts_on, report_due=report_due, note=clean(note))
        events.record(wave, "wave.planned", by=by, starts_on=starts_on.isoformat(), report_due=report_due.isoformat())
        return wave

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, **fields: Any) -> None:
        """Change name, starts_on, report_due or note. Raises StaleError, or DomainError for dates out of order."""
        stored = Wave.objects.select_for_update().get(pk=self.pk)
        stored.check_version(version)
        for name, value in fields.items():
            setattr(self, name, clean(value) if isinstance(value, str) else value)
        _check_order(self.starts_on, self.report_due)
        self.version = stored.version
        self.bump()
        self.save()
        events.record(self, "wave.changed", by=by, fields=sorted(fields))

    @transaction.atomic
    def take_in(self, units: Iterable[Any], *, outline: Outline, course_week: dt.date, by: Any, coach: Any = None) -> list[Any]:
        """Let units join: each gets its plan with suggested dates and its course days, two a week from `course_week` (a Monday).

        Raises DomainError when one of them is already being introduced; then none joins.
        """
        from .course_day import CourseDay
        from .introduction import Introduction

        started = [
            Introduction.start(
                unit=unit, outline=outline, course_week=course_week, report_due=self.report_due, wave=self, coach=coach, by=by
            )
            for unit in units
        ]
        for introduction in started if outline.course_days else []:
            dates = course_dates(course_week, outline.course_days)
            CourseDay.plan_all(introduction, dates, by=by, version=None, topics=outline.topics)
        return started

    @transaction.atomic
    def decide(self, *, by: Any, on: dt.date, yes: bool = True, reason: str = "") -> WaveDecision:
        """The leader group says yes, or sends it back with a reason. Raises DomainError for a no without a reason, or a second yes."""
        stored = Wave.objects.select_for_update().get(pk=self.pk)
        refuse_future(on)
        if not yes and not reason.strip():
            raise DomainError(_("Say why, so that the coordinator knows what to change."))
        if stored.state == "decided":
            raise DomainError(_("This wave is already decided."))
        for before in self.decisions.filter(withdrawn_at=None):
            before.withdraw(by)
        decision = self.decisions.create(on=on, by=by, yes=yes, reason=clean(reason))
        events.record(self, "wave.decided", by=by, on=on.isoformat(), yes=yes)
        return decision

    @property
    def decision(self) -> WaveDecision | None:
        """The latest word of the leader group, or None while it waits."""
        return current(self, "decisions")

    @property
    def state(self) -> str:
        """`proposed`, `decided` or `sent_back`."""
        decision = self.decision
        return "proposed" if decision is None else "decided" if decision.yes else "sent_back"

    @transaction.atomic
    def propose_again(self, *, by: Any) -> None:
        """Put a wave that was sent back before the leader group again. Raises DomainError in any other state."""
        if Wave.objects.select_for_update().get(pk=self.pk).state != "sent_back":
            raise DomainError(_("Only a wave that was sent back can be proposed again."))
        for decision in self.decisions.filter(withdrawn_at=None):
            decision.withdraw(by)
        events.record(self, "wave.planned", by=by, again=True)


class WaveDecision(Fact):
    """What the leader group said about a wave."""

    REDACTABLE = ("reason",)

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="decisions")
    yes = models.BooleanField()
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.wave} {self.yes}"


def _check_order(starts_on: dt.date, report_due: dt.date) -> None:
    if report_due < starts_on:
        raise DomainError(_("The report cannot be due before the wave starts."))
