"""States worth a name: who, when and why. Taking a card up again ends the record; it is never deleted."""

from __future__ import annotations

from django.db import models

from bedre.kernel import clock
from bedre.kernel.tenancy import TenantModel

from .improvement import Improvement


class Ending(TenantModel):
    """Who took a card aside, when, and when it came back."""

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class Decline(Ending):
    """No, with the reason that the proposer reads."""

    REDACTABLE = ("reason",)

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="declines")
    reason = models.TextField()


class Parking(Ending):
    """Not now: comes back on a date."""

    REDACTABLE = ("reason",)

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="parkings")
    until = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)


class Merge(Ending):
    """Goes on in another card."""

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="merges")
    into = models.ForeignKey(Improvement, on_delete=models.PROTECT, related_name="merged_from")


class Block(Ending):
    """Stopped, and by what."""

    REDACTABLE = ("reason",)

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="blocks")
    reason = models.CharField(max_length=200)
