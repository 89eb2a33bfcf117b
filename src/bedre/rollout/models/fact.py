"""What all dated facts of an introduction share: when it is true, when it became known, and by whom it was withdrawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, FilteredRelation, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel


class Fact(TenantModel):
    """True from `on`, known from `recorded_at`. A mistake is withdrawn, never deleted, so that old figures can be shown again."""

    on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True

    def holds(self, as_of: dt.date | None = None, known_at: dt.datetime | None = None) -> bool:
        """Whether it was true on `as_of` as far as was known at `known_at` (None: whatever the date, known now)."""
        if as_of is not None and self.on > as_of:
            return False
        if known_at is None:
            return self.withdrawn_at is None
        return self.recorded_at <= known_at and (self.withdrawn_at is None or self.withdrawn_at > known_at)

    def withdraw(self, by: Any) -> None:
        """Take it back from now on; what was known before stays known then."""
        self.withdrawn_at, self.withdrawn_by = timezone.now(), by
        self.save(update_fields=["withdrawn_at", "withdrawn_by"])


FactType = TypeVar("FactType", bound=Fact)


def latest(facts: Iterable[FactType], as_of: dt.date | None = None, known_at: dt.datetime | None = None) -> FactType | None:
    """The newest of the facts that hold, or None."""
    held = [fact for fact in facts if fact.holds(as_of, known_at)]
    return max(held, key=lambda fact: (fact.on, fact.recorded_at), default=None)


def with_current(rows: QuerySet, relation: str, *fields: str, **condition: Any) -> QuerySet:
    """Join the one fact that is not withdrawn onto each row, so that `current` costs no query of its own.

    `fields` are the fact's own; `condition` narrows which fact is meant.
    """
    wanted = {f"{relation}__withdrawn_at": None} | {f"{relation}__{name}": value for name, value in condition.items()}
    rows = rows.annotate(fact=FilteredRelation(relation, condition=Q(**wanted)))
    return rows.annotate(**{f"fact_{name}": F(f"fact__{name}") for name in ("id", "on", *fields)})


def current(row: Any, relation: str) -> Any:
    """The fact of a row that holds now: what `with_current` joined, else looked up. None when there is none."""
    if "fact_id" not in row.__dict__:
        return latest(getattr(row, relation).all())
    joined = {name.removeprefix("fact_"): value for name, value in row.__dict__.items() if name.startswith("fact_")}
    return getattr(row, relation).model(**joined) if joined["id"] else None


def refuse_future(on: dt.date) -> None:
    """Raise DomainError for a date that has not come: only what happened can be noted as having happened."""
    if on > clock.today():
        raise DomainError(_("That date has not come yet. Write down what has happened, or plan it."))
