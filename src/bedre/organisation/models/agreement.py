"""Whom the municipality works with, and what was agreed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned


class Partner(TenantModel):
    """Another organisation: a municipality that teaches the method, a research institute, a consultant."""

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

    @transaction.atomic
    def end(self, *, on: dt.date, by: Any) -> None:
        """End the agreement; advisers lose access that very day. Raises DomainError before its start."""
        if on < self.starts_on:
            raise DomainError(_("An agreement cannot end before it starts."))
        self.ends_on = on
        self.bump()
        self.save()
        events.record(self, "agreement.ended", by=by, on=on.isoformat())


class AgreementUnit(TenantModel):
    """A unit (with all below it) that the partners' advisers may see."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey("organisation.Unit", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "unit"], name="agreement_unit")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.unit}"
