"""A coach's visit to a unit: what was seen of the practice at the board, and the next step agreed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .fact import Fact, current, refuse_future
from .introduction import Introduction


class CoachVisit(TenantModel, Versioned):
    """Planned for a date, by a coach; then held, or called off with a reason."""

    REDACTABLE = ("seen", "next_step", "called_off_why")

    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="visits")
    on = models.DateField()
    coach = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    seen = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    called_off_why = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["on", "recorded_at"]
        indexes = [models.Index(fields=["municipality", "introduction", "on"])]

    def __str__(self) -> str:
        return f"{self.introduction} {self.on}"

    @property
    def held(self) -> VisitHeld | None:
        """That it was held, and when; None while it was not."""
        return current(self, "helds")

    @property
    def state(self) -> str:
        """`planned`, `held` or `called_off`."""
        return "held" if self.held else "called_off" if self.called_off_at else "planned"

    @classmethod
    @transaction.atomic
    def plan(cls, introduction: Introduction, *, on: dt.date, by: Any, coach: Any = None) -> CoachVisit:
        """Plan a visit. Raises DomainError when one is already planned that day."""
        if introduction.visits.filter(on=on, called_off_at=None).exists():
            raise DomainError(_("A visit is already planned that day."))
        visit = introduction.visits.create(on=on, coach=coach or introduction.coach)
        events.record(visit, "visit.planned", by=by, unit=introduction.unit, on=on.isoformat())
        return visit

    @transaction.atomic
    def move(self, *, on: dt.date, by: Any, version: int | None) -> None:
        """Move a visit that is not held. Raises StaleError or DomainError."""
        now = self._changing(version)
        if now.state != "planned":
            raise DomainError(_("Only a planned visit can be moved."))
        was, self.on = self.on, on
        self.save()
        events.record(self, "visit.moved", by=by, unit=self.introduction.unit, was=was.isoformat(), on=on.isoformat())

    @transaction.atomic
    def hold(
        self,
        *,
        by: Any,
        version: int | None,
        on: dt.date,
        seen: str,
        next_step: str = "",
        next_on: dt.date | None = None,
    ) -> CoachVisit | None:
        """Write down what was seen and the next step; `next_on` plans the next visit, which is returned.

        A visit that is already held can be corrected the same way. Raises StaleError, or DomainError for dates.
        """
        refuse_future(on)
        now = self._changing(version)
        if now.state == "called_off":
            raise DomainError(_("This visit was called off. Plan a new one."))
        if next_on is not None and next_on <= on:
            raise DomainError(_("The next visit must come after this one."))
        self.seen, self.next_step = clean(seen), clean(next_step)
        self.save()
        self._hold_on(on, by)
        events.record(self, "visit.held", by=by, unit=self.introduction.unit, on=on.isoformat())
        return CoachVisit.plan(self.introduction, on=next_on, by=by) if next_on else None

    @transaction.atomic
    def call_off(self, *, by: Any, reason: str) -> None:
        """It will not be held. Raises DomainError without a reason or when it is held or called off already."""
        now = self._changing(None)
        if now.state != "planned":
            raise DomainError(_("Only a planned visit can be called off."))
        if not reason.strip():
            raise DomainError(_("Say why the visit is called off."))
        self.called_off_at, self.called_off_by, self.called_off_why = timezone.now(), by, clean(reason)
        self.save()
        events.record(self, "visit.called_off", by=by, unit=self.introduction.unit)

    def _changing(self, version: int | None) -> CoachVisit:
        current = CoachVisit.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        self.version = current.version
        self.bump()
        return current

    def _hold_on(self, on: dt.date, by: Any) -> None:
        before = self.helds.filter(withdrawn_at=None).first()
        if before is not None and before.on == on:
            return
        if before is not None:
            before.withdraw(by)
        self.helds.create(on=on, by=by)


class VisitHeld(Fact):
    """That a visit was held on a date."""

    visit = models.ForeignKey(CoachVisit, on_delete=models.CASCADE, related_name="helds")

    def __str__(self) -> str:
        return f"{self.visit} {self.on}"
