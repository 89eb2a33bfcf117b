"""Whom the municipality works with, and what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean


class Partner(TenantModel):
    """Another organisation: a municipality that teaches the method, a research institute, a consultant."""

    REDACTABLE = ("name", "role")

    name = models.CharField(max_length=120)
    role = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="partner_name")]

    def __str__(self) -> str:
        return self.name


class Agreement(TenantModel, Versioned):
    """What was agreed with partners: period, scope, and the units that their advisers may see while it is in force."""

    REDACTABLE = ("title", "scope", "shared")

    title = models.CharField(max_length=200)
    partners = models.ManyToManyField(Partner, related_name="agreements")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The day from which it no longer holds: access ends that day")
    scope = models.TextField(blank=True)
    shared = models.TextField(blank=True)

    class Meta:
        ordering = ["-starts_on"]

    def __str__(self) -> str:
        return self.title

    def in_force(self, on: dt.date) -> bool:
        """Whether the agreement holds on a date."""
        return self.starts_on <= on and (self.ends_on is None or on < self.ends_on)

    @classmethod
    @transaction.atomic
    def make(
        cls,
        *,
        title: str,
        partners: Iterable[Partner] = (),
        starts_on: dt.date,
        by: Any,
        units: Iterable[Any] = (),
        new_partners: Iterable[str] = (),
        **fields: Any,
    ) -> Agreement:
        """Enter into an agreement. `fields`: ends_on, scope, shared; `new_partners` names parties not known before. Raises DomainError when it would end before it starts."""
        agreement = cls.objects.create(title=clean(title), starts_on=starts_on, **_cleaned(fields))
        agreement._check_dates()
        agreement._agree_with(partners, new_partners)
        agreement.open_units(units)
        events.record(agreement, "agreement.made", by=by, starts_on=starts_on.isoformat(), units=agreement.opened())
        return agreement

    @transaction.atomic
    def write(
        self,
        *,
        by: Any,
        version: int | None,
        partners: Iterable[Partner] | None = None,
        units: Iterable[Any] | None = None,
        new_partners: Iterable[str] = (),
        **fields: Any,
    ) -> None:
        """Change title, starts_on, ends_on, scope, shared, the parties or the units opened. Raises StaleError or DomainError."""
        current = Agreement.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        for name, value in _cleaned(fields).items():
            setattr(self, name, value)
        self._check_dates()
        self.version = current.version
        self.bump()
        self.save()
        if partners is not None:
            self._agree_with(partners, new_partners)
        if units is not None:
            self.open_units(units)
        events.record(self, "agreement.written", by=by, fields=sorted(fields), units=self.opened())

    def _agree_with(self, partners: Iterable[Partner], new_partners: Iterable[str]) -> None:
        met = [Partner.objects.get_or_create(name=clean(name))[0] for name in new_partners]
        self.partners.set([*partners, *met])

    def open_units(self, units: Iterable[Any]) -> None:
        """Let the partners' advisers see these units, with all below them, and no others."""
        wanted = {unit.pk: unit for unit in units}
        self.units.exclude(unit__in=wanted).delete()
        open_now = set(self.units.values_list("unit_id", flat=True))
        for key, unit in wanted.items():
            if key not in open_now:
                self.units.create(unit=unit)

    def opened(self) -> list[str]:
        """Keys of the units that advisers may see, for the log."""
        return sorted(str(key) for key in self.units.values_list("unit_id", flat=True))

    def _check_dates(self) -> None:
        if self.ends_on is not None and self.ends_on < self.starts_on:
            raise DomainError(_("An agreement cannot end before it starts."))

    @transaction.atomic
    def end(self, *, on: dt.date, by: Any) -> None:
        """End the agreement; advisers lose access that very day. Raises DomainError before its start."""
        if on < self.starts_on:
            raise DomainError(_("An agreement cannot end before it starts."))
        self.ends_on = on
        self.bump()
        self.save()
        events.record(self, "agreement.ended", by=by, on=on.isoformat())


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if isinstance(value, str) else value for name, value in fields.items()}


class AgreementUnit(TenantModel):
    """A unit (with all below it) that the partners' advisers may see."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey("organisation.Unit", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "unit"], name="agreement_unit")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.unit}"
