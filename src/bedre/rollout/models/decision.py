"""Why the municipality chose the method: the alternatives it considered and its reasons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from bedre.kernel import events
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean


@dataclass(frozen=True)
class Considered:
    """One alternative as it is typed: its name, what spoke for and against it, and whether it was chosen."""

    name: str
    why: str = ""
    chosen: bool = False


class Decision(TenantModel, Versioned):
    """The choice of a method by a body of the municipality on a date."""

    REDACTABLE = ("title", "body", "why")

    title = models.CharField(max_length=200)
    body = models.CharField(max_length=200, blank=True, help_text="Who decided: the municipal director, the council")
    decided_on = models.DateField()
    why = models.TextField(blank=True)
    method_version = models.UUIDField(null=True, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-decided_on", "-recorded_at"]

    def __str__(self) -> str:
        return self.title

    @classmethod
    @transaction.atomic
    def make(
        cls, *, title: str, decided_on: dt.date, by: Any, alternatives: Iterable[Considered] = (), **fields: Any
    ) -> Decision:
        """Write down a decision with its alternatives. `fields`: body, why, method_version."""
        decision = cls.objects.create(decided_on=decided_on, by=by, **_cleaned({"title": title, **fields}))
        decision._consider(alternatives)
        events.record(decision, "decision.made", by=by, on=decided_on.isoformat())
        return decision

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, alternatives: Iterable[Considered] = (), **fields: Any) -> None:
        """Correct what was written. Raises StaleError when somebody else did so meanwhile."""
        current = Decision.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        for name, value in _cleaned(fields).items():
            setattr(self, name, value)
        self.version = current.version
        self.bump()
        self.save()
        self._consider(alternatives)
        events.record(self, "decision.corrected", by=by, fields=sorted(fields))

    @property
    def considered(self) -> list[Alternative]:
        """The alternatives that stand, in their order."""
        return [row for row in self.alternatives.all() if row.withdrawn_at is None]

    def _consider(self, alternatives: Iterable[Considered]) -> None:
        before = self.alternatives.filter(withdrawn_at=None)
        wanted = [row for row in alternatives if row.name.strip()]
        if [(a.name, a.why, a.chosen) for a in before] == [(clean(w.name), clean(w.why), w.chosen) for w in wanted]:
            return
        before.update(withdrawn_at=timezone.now())
        for place, row in enumerate(wanted, 1):
            self.alternatives.create(place=place, name=clean(row.name), why=clean(row.why), chosen=row.chosen)


class Alternative(TenantModel):
    """A way of introducing that was considered. A corrected one is withdrawn, not deleted."""

    REDACTABLE = ("name", "why")

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="alternatives")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    chosen = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return self.name


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}
