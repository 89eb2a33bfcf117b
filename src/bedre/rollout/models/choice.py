"""Dated facts of an introduction as a whole: the method it runs by, and the times it stood beside the road."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models

from .fact import Fact


class MethodChoice(Fact):
    """Which version of the method an introduction runs by from a date: the one it began with, unless moved on purpose."""

    introduction = models.ForeignKey("rollout.Introduction", on_delete=models.CASCADE, related_name="choices")
    method_version = models.UUIDField(null=True, blank=True)
    course_days = models.PositiveSmallIntegerField(help_text="How many must be held before the unit counts as trained")

    def __str__(self) -> str:
        return f"{self.introduction} {self.method_version}"


class SideState(Fact):
    """A time in which an introduction stands beside the road."""

    PAUSED, NEEDS_SUPPORT, CLOSED = "paused", "needs_support", "closed"
    REDACTABLE = ("reason",)

    introduction = models.ForeignKey("rollout.Introduction", on_delete=models.CASCADE, related_name="side_states")
    kind = models.CharField(max_length=20)
    reason = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.introduction} {self.kind}"

    def ended(self, as_of: dt.date | None = None) -> bool:
        """Whether it was over on a date (None: at all)."""
        return self.ended_on is not None and (as_of is None or self.ended_on <= as_of)

    def end(self, on: dt.date, by: Any) -> None:
        """It is over from a date."""
        self.ended_on, self.ended_by = on, by
        self.save(update_fields=["ended_on", "ended_by"])
