"""The tenant and what is dated about it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.ids import uuid7
from bedre.kernel.tenancy import TenantModel, Versioned


class Municipality(Versioned):
    """A municipality: the tenant. Its official number is dated, so the key is our own."""

    LANGUAGES: ClassVar = [("nb", "Bokmål"), ("nn", "Nynorsk")]

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(unique=True, max_length=60, help_text="First part of every address: /harstad/")
    name = models.CharField(max_length=100)
    name_official = models.CharField(max_length=200, help_text="All official languages: Harstad - Hárstták")
    language = models.CharField(max_length=2, choices=LANGUAGES, default="nb")
    accent = models.CharField(max_length=7, default="#0b5a6f", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")])
    weeks_per_year = models.DecimalField(max_digits=4, decimal_places=1, default=Decimal(46))
    smallest_group = models.PositiveSmallIntegerField(default=5, validators=[MinValueValidator(5)])
    is_demo = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """As it stands on a letter: «Harstad kommune»."""
        return self.name if self.name.endswith("kommune") else f"{self.name} kommune"

    @transaction.atomic
    def write(self, *, by: Any, version: int | None = None, **fields: Any) -> None:
        """Change name, name_official, language, accent, weeks_per_year or smallest_group.

        Raises StaleError, or DomainError for a smallest group below the one that holds: people have answered trusting it.
        """
        current = Municipality.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        if fields.get("smallest_group", current.smallest_group) < current.smallest_group:
            raise DomainError(_("The smallest group in statistics can be raised, but not lowered."))
        for name, value in fields.items():
            setattr(self, name, value)
        self.version = current.version
        self.bump()
        self.save(update_fields=[*fields, "version"])
        events.record(self, "municipality.written", by=by, fields=sorted(fields))

    @transaction.atomic
    def state(self, what: type[TenantModel], *, by: Any, valid_from: dt.date, **fields: Any) -> None:
        """Say from when a number, a title or hours per årsverk holds; the same date again corrects it. What was before stays."""
        key = {name: fields[name] for name in ("key", "kind") if name in fields}
        rest = {name: value for name, value in fields.items() if name not in key}
        fact, _new = what.objects.update_or_create(valid_from=valid_from, **key, defaults=rest)
        events.record(fact, f"{what._meta.model_name}.stated", by=by, valid_from=valid_from.isoformat(), **key)


class MunicipalityNumber(TenantModel):
    """The four digits, valid from a date: Harstad was 1903, then 5402, then 5503."""

    number = models.CharField(max_length=4, validators=[RegexValidator(r"^\d{4}$")])
    valid_from = models.DateField()

    class Meta:
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.number


class MunicipalityTitle(TenantModel):
    """What the municipality calls somebody from a date: the municipal director was «rådmann», then «kommunedirektør»."""

    key = models.SlugField(max_length=40, default="municipal_director")
    title = models.CharField(max_length=80)
    valid_from = models.DateField()

    class Meta:
        ordering = ["valid_from"]

    def __str__(self) -> str:
        return self.title


class HoursPerFte(TenantModel):
    """Hours of work in one årsverk, for a kind of working time from a date."""

    PUBLIC_VALUES: ClassVar = {
        "office": Decimal("1695"),
        "ssb": Decimal("1750"),
        "shift_35_5": Decimal("1632"),
        "shift_33_6": Decimal("1544"),
        "teacher": Decimal("1687.5"),
    }
    """Hours per year as published: office 1,695; SSB without holiday 1,750; 35.5 and 33.6 hours a week; teachers."""

    kind = models.SlugField(max_length=40)
    valid_from = models.DateField(default=dt.date(2000, 1, 1))
    hours = models.DecimalField(max_digits=6, decimal_places=1, validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["kind", "valid_from"]

    def __str__(self) -> str:
        return f"{self.kind} {self.hours}"
