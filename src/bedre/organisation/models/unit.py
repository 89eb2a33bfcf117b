"""A unit and the dated facts about it. The tree of any date is worked out from the facts (`organisation.tree`)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel


class UnitKind(models.TextChoices):
    """What kind of node this is; the sensitive ones start with a board open to the unit only."""

    SECTOR = "sector"
    OPERATION = "operation"
    DEPARTMENT = "department"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    HEALTH = "health"
    SOCIAL = "social"
    CHILD_WELFARE = "child_welfare"
    TECHNICAL = "technical"
    CULTURE = "culture"
    ADMINISTRATION = "administration"

    @property
    def sensitive(self) -> bool:
        """Health, social service and child welfare: their boards start closed to others."""
        return self in (UnitKind.HEALTH, UnitKind.SOCIAL, UnitKind.CHILD_WELFARE)


class Unit(TenantModel):
    """A node in the municipality's tree. What can change about it stands in its facts; the short address never changes."""

    slug = models.SlugField(max_length=80)
    prefix = models.CharField(max_length=6, help_text="Starts the number of its improvements: IHL-42")
    code = models.CharField(max_length=40, blank=True, help_text="Key of imports: the organisation's own code for the unit")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "slug"], name="unit_slug"),
            models.UniqueConstraint(fields=["municipality", "prefix"], name="unit_prefix"),
            models.UniqueConstraint(fields=["municipality", "code"], name="unit_code", condition=~models.Q(code="")),
        ]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    @transaction.atomic
    def make(
        cls, *, name: str, on: dt.date, by: Any = None, slug: str = "", prefix: str = "", code: str = "", **fields: Any
    ) -> Unit:
        """Add a unit that exists from a date; `fields` as in `state`. Address and prefix are found where they are not given.

        Raises DomainError for an address that belongs to a page or another unit, a prefix or a code that is taken.
        """
        from ..addresses import free_prefix, free_slug

        there = list(cls.objects.values_list("slug", "prefix", "code"))
        slugs, prefixes, codes = ({row[n] for row in there} for n in range(3))
        _check_free(slug, slugs, prefix, prefixes, code, codes)
        unit = cls.objects.create(
            slug=slug or free_slug(name, slugs), prefix=prefix.upper() or free_prefix(name, prefixes), code=code
        )
        events.record(unit, "unit.added", by=by, unit=unit, on=on.isoformat())
        unit.state(on=on, by=by, name=name, **fields)
        return unit

    @transaction.atomic
    def state(self, *, on: dt.date, by: Any = None, **fields: Any) -> UnitFact:
        """Say what is true of this unit from `on`: name, parent, kind, counts_in_total, headcount, fte, hours_kind.

        Fields left out go on as they were on that date. Earlier dates keep their facts. Raises DomainError when the parent is the
        unit itself or lies below it, on that date or any later, and for a date before the unit began.
        """
        from ..tree import check_loop, check_parent

        before = self.fact(on)
        if before is None and self.facts.exists():
            raise DomainError(_("The unit does not exist on that date."))
        if before is not None and before.closed and not fields.get("closed"):
            raise DomainError(_("The unit is closed on that date."))
        known = {name: getattr(before, name) for name in UnitFact.STATED} if before else {}
        fact = UnitFact(municipality_id=self.municipality_id, unit=self, valid_from=on, **{**known, **fields})
        if fact.parent is not None:
            check_parent(self, fact.parent, on)
        fact.save()
        if "parent" in fields and fact.parent is not None:
            check_loop(self, on)
        events.record(self, "unit.stated", by=by, unit=self, on=on.isoformat(), fields=sorted(fields))
        return fact

    def fact(self, on: dt.date) -> UnitFact | None:
        """What is true of the unit on a date as known today, or None before it existed."""
        return self.facts.filter(valid_from__lte=on).order_by("-valid_from", "-recorded_at", "-id").first()

    @transaction.atomic
    def close(self, *, on: dt.date, by: Any = None, into: Unit | None = None) -> UnitFact:
        """Close from a date, or merge `into` another unit; what was stated of later dates does not open it again.

        Raises DomainError for children still open, then or later, and for a merge into its own child.
        """
        from ..tree import check_close

        check_close(self, into, on)
        later = self.facts.filter(valid_from__gt=on).values_list("valid_from", flat=True).distinct()
        fact = self.state(on=on, by=by, closed=True, merged_into=into)
        for date in sorted(later):
            self.state(on=date, by=by, closed=True, merged_into=into)
        events.record(self, "unit.closed", by=by, unit=self, on=on.isoformat(), into=str(into.pk) if into else None)
        return fact


def _check_free(slug: str, slugs: set[str], prefix: str, prefixes: set[str], code: str, codes: set[str]) -> None:
    from ..addresses import reserved

    if slug and slug in reserved():
        raise DomainError(_("That address belongs to a page of Bedre. Choose another."))
    if slug in slugs:
        raise DomainError(_("Another unit has that address."))
    if prefix.upper() in prefixes:
        raise DomainError(_("Another unit has those letters."))
    if code and code in codes:
        raise DomainError(_("Another unit has that code."))


class UnitFact(TenantModel):
    """What is true of a unit from a date. The newest fact on or before a date, of those known by then, wins."""

    STATED = ("name", "parent", "kind", "counts_in_total", "headcount", "fte", "hours_kind")

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="facts")
    valid_from = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=UnitKind.choices, default=UnitKind.OPERATION)
    counts_in_total = models.BooleanField(default=False, help_text="Is it one of the municipality's «about 70» units?")
    headcount = models.PositiveIntegerField(null=True, blank=True)
    fte = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    hours_kind = models.SlugField(max_length=40, default="office", help_text="Which row of hours per årsverk")
    closed = models.BooleanField(default=False)
    merged_into = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["municipality", "unit", "valid_from", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.name} ({self.valid_from})"
