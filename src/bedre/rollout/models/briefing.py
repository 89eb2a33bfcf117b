"""Insight for those who must know: the leader group, union representatives, politicians, other leaders."""

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


class Briefing(TenantModel, Versioned):
    """Audience, date, who was invited, the count that came, what was shown, and who held it (also a partner)."""

    REDACTABLE = ("name", "place", "invited", "shown", "held_by")
    TYPED = ("name", "place", "invited", "shown", "held_by")

    audience = models.SlugField(max_length=40, help_text="Key of the audience in the method")
    name = models.CharField(max_length=200, blank=True, help_text="As people call it: formannskapet")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    invited = models.TextField(blank=True)
    shown = models.TextField(blank=True)
    held_by = models.CharField(max_length=200, blank=True)
    partner = models.ForeignKey("organisation.Partner", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    wave = models.ForeignKey("rollout.Wave", on_delete=models.PROTECT, null=True, blank=True, related_name="briefings")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["on", "recorded_at"]

    def __str__(self) -> str:
        return self.name or self.audience

    @classmethod
    @transaction.atomic
    def plan(cls, *, audience: str, on: dt.date, by: Any, **fields: Any) -> Briefing:
        """Plan a briefing. `fields`: name, starts_at, place, invited, shown, held_by, partner, wave."""
        briefing = cls.objects.create(audience=audience, on=on, **_cleaned(fields))
        events.record(briefing, "briefing.planned", by=by, audience=audience, on=on.isoformat())
        return briefing

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, **fields: Any) -> None:
        """Change what was written. Raises StaleError."""
        stored = Briefing.objects.select_for_update().get(pk=self.pk)
        stored.check_version(version)
        for name, value in _cleaned(fields).items():
            setattr(self, name, value)
        self.version = stored.version
        self.bump()
        self.save()
        events.record(self, "briefing.written", by=by, fields=sorted(fields))

    @property
    def held(self) -> BriefingHeld | None:
        """That it was held and how many came; None while it was not."""
        return current(self, "helds")

    @transaction.atomic
    def hold(self, *, by: Any, on: dt.date, came: int) -> BriefingHeld:
        """It was held on a date and so many came. A new word about it withdraws the earlier one."""
        refuse_future(on)
        if came < 1:
            raise DomainError(_("How many came? A briefing nobody came to was not held."))
        for before in self.helds.filter(withdrawn_at=None):
            before.withdraw(by)
        held = self.helds.create(on=on, by=by, came=came)
        events.record(self, "briefing.held", by=by, audience=self.audience, on=on.isoformat(), came=came)
        return held


class BriefingHeld(Fact):
    """That a briefing was held, and how many came. Never who."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="helds")
    came = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.briefing} {self.on}"


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if name in Briefing.TYPED else value for name, value in fields.items()}
