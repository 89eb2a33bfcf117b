"""What freed time is for and for whom: agreed by leader and staff before anything counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean


class GainAgreement(TenantModel, Versioned):
    """An agreement of a unit about the use of freed time, dated, with the day on which the union was informed."""

    REDACTABLE = ("purpose", "for_whom", "staff")

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="gain_agreements")
    purpose = models.CharField(max_length=300, help_text="What the time is used for")
    for_whom = models.CharField(max_length=200)
    agreed_on = models.DateField()
    leader = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    staff = models.CharField(max_length=120, help_text="Who agreed for the staff, by role")
    informed_on = models.DateField(null=True, blank=True, help_text="When the union representative was informed")
    check_on = models.DateField(null=True, blank=True, help_text="When it shall be checked")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-agreed_on", "-recorded_at"]

    def __str__(self) -> str:
        return self.purpose

    @classmethod
    @transaction.atomic
    def make(
        cls, *, unit: Any, by: Any, purpose: str, for_whom: str, agreed_on: dt.date, staff: str, informed_on: dt.date | None = None,
        check_on: dt.date | None = None,
    ) -> GainAgreement:  # fmt: skip
        """Write down what was agreed. Raises DomainError for a date to come, or a check before the agreement."""
        _check_dates(agreed_on, informed_on, check_on)
        if not (clean(purpose) and clean(for_whom) and clean(staff)):
            raise DomainError(_("Say what the time is for, for whom, and who agreed for the staff."))
        agreement = cls.objects.create(
            unit_id=unit.id, leader=by, purpose=clean(purpose), for_whom=clean(for_whom), agreed_on=agreed_on, staff=clean(staff),
            informed_on=informed_on, check_on=check_on,
        )  # fmt: skip
        events.record(agreement, "gain.agreement_made", by=by, unit=agreement.unit, on=agreed_on.isoformat())
        return agreement

    @transaction.atomic
    def inform(self, *, on: dt.date, by: Any) -> None:
        """The union representative was informed. Raises DomainError for a date to come."""
        _check_dates(self.agreed_on, on, None)
        self.informed_on = on
        self.bump()
        self.save()
        events.record(self, "gain.union_informed", by=by, unit=self.unit, on=on.isoformat())


def _check_dates(agreed_on: dt.date, informed_on: dt.date | None, check_on: dt.date | None) -> None:
    if any(day > clock.today() for day in (agreed_on, informed_on) if day):
        raise DomainError(_("That date has not come yet. Write down what has happened."))
    if check_on is not None and check_on < agreed_on:
        raise DomainError(_("The check cannot come before the agreement."))
