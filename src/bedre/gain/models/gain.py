"""A gain: time that was found, then agreed on, then checked. Every step is a dated fact; a mistake is withdrawn, not deleted."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .. import fte, sums
from ..fte import Factor
from .agreement import GainAgreement

MOST_HOURS_A_WEEK = Decimal(500)
MOST_ONE_OFF = Decimal(20_000)


class Arithmetic(models.TextChoices):
    """How the hours are worked out."""

    WEEKLY = "weekly"
    HOURS = "hours"
    PER_PERSON = "per_person"
    IN_ALL = "in_all"
    ONE_OFF = "one_off"


class Answer(models.TextChoices):
    """Did it become so?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Gain(TenantModel, Versioned):
    """Time found in a unit. `hours` are hours a week (hours in all for `one_off`), worked out from the inputs with a frozen factor."""

    REDACTABLE = ("name",)

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="gains")
    improvement = models.ForeignKey("board.Improvement", on_delete=models.PROTECT, null=True, blank=True, related_name="gains")
    name = models.CharField(max_length=200)
    arithmetic = models.CharField(max_length=12, choices=Arithmetic.choices)
    minutes = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    times = models.DecimalField(
        max_digits=9, decimal_places=2, null=True, blank=True, help_text="A week, or a year, as the arithmetic says"
    )
    hours = models.DecimalField(max_digits=12, decimal_places=6)
    hours_per_fte = models.DecimalField(max_digits=6, decimal_places=1)
    weeks_per_year = models.DecimalField(max_digits=4, decimal_places=1)
    factor_source = models.CharField(max_length=120, blank=True)
    outcome = models.SlugField(max_length=40, blank=True)
    identified_on = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-identified_on", "-recorded_at"]
        indexes = [models.Index(fields=["municipality", "unit"])]

    def __str__(self) -> str:
        return self.name

    @property
    def one_off(self) -> bool:
        """Whether the hours come once only."""
        return self.arithmetic == Arithmetic.ONE_OFF

    @property
    def factor(self) -> Factor:
        """What its hours are reckoned with, for good."""
        return Factor(self.hours_per_fte, self.weeks_per_year, self.factor_source)

    @classmethod
    @transaction.atomic
    def identify(
        cls, *, unit: Any, by: Any, name: str, arithmetic: str, factor: Factor, on: dt.date, improvement: Any = None, outcome: str = "",
        agreement: GainAgreement | None = None, hours: Decimal | None = None, minutes: Decimal | None = None,
        people: int | None = None, times: Decimal | None = None,
    ) -> Gain:  # fmt: skip
        """Time was found; an estimate is allowed. With an `agreement` it starts as agreed.

        Raises DomainError for a date to come, hours that are not above 0, or more than could be.
        """
        if on > clock.today():
            raise DomainError(_("That date has not come yet. Write down what has happened."))
        if not clean(name):
            raise DomainError(_("Give the gain a name."))
        worked_out = work_out(arithmetic, factor, hours=hours, minutes=minutes, people=people, times=times)
        gain = cls.objects.create(
            unit_id=unit.id, improvement=improvement, name=clean(name), arithmetic=arithmetic, minutes=minutes, people=people, times=times,
            hours=worked_out, hours_per_fte=factor.hours_per_fte, weeks_per_year=factor.weeks_per_year, factor_source=factor.source,
            outcome=outcome, identified_on=on,
        )  # fmt: skip
        events.record(gain, "gain.identified", by=by, unit=gain.unit, on=on.isoformat(), hours=str(worked_out))
        if agreement is not None:
            gain.agree(agreement, by=by)
        return gain

    @transaction.atomic
    def agree(self, agreement: GainAgreement, *, by: Any) -> GainAgreed:
        """Its time goes to what the agreement says, from the later of both dates. Raises DomainError for another unit's or a second one."""
        if agreement.unit_id != self.unit_id:
            raise DomainError(_("The agreement belongs to another unit."))
        if self.agreements.filter(withdrawn_at=None).exists():
            raise DomainError(_("There is an agreement about this gain already."))
        agreed = self.agreements.create(agreement=agreement, on=max(agreement.agreed_on, self.identified_on), by=by)
        events.record(self, "gain.agreed", by=by, unit=self.unit, on=agreed.on.isoformat(), agreement=str(agreement.pk))
        return agreed

    @transaction.atomic
    def verify(self, *, answer: str, on: dt.date, by: Any, hours: Decimal | None = None, comment: str = "") -> GainCheck:
        """Did the time go where it was agreed? Raises DomainError without an agreement dated on or before it, or for impossible hours."""
        agreed = self.agreements.filter(withdrawn_at=None).first()
        if agreed is None:
            raise DomainError(_("Agree first what the time is for. A gain without an agreement cannot be checked."))
        if on < agreed.on:
            raise DomainError(_("The check cannot come before the agreement."))
        if on > clock.today():
            raise DomainError(_("That date has not come yet. Write down what has happened."))
        if hours is not None and not 0 <= hours <= self.hours:
            raise DomainError(_("The hours must be from 0 to those that were found."))
        row = self.checks.create(answer=answer, on=on, by=by, hours=hours, comment=clean(comment))
        events.record(self, "gain.checked", by=by, unit=self.unit, on=on.isoformat(), answer=answer, check=str(row.pk))
        return row

    @transaction.atomic
    def lapse(self, *, on: dt.date, by: Any, reason: str) -> GainLapse:
        """It came to nothing. Raises DomainError without a reason, or a second time."""
        if not clean(reason):
            raise DomainError(_("Say why it came to nothing."))
        if self.lapses.filter(withdrawn_at=None).exists():
            raise DomainError(_("The gain has lapsed already."))
        row = self.lapses.create(on=on, by=by, reason=clean(reason))
        events.record(self, "gain.lapsed", by=by, unit=self.unit, on=on.isoformat())
        return row

    @transaction.atomic
    def sign(self, *, by: Any, comment: str = "") -> GainSignature:
        """The controller has looked at it and found its arithmetic and its check in order."""
        row = self.signatures.create(on=clock.today(), by=by, comment=clean(comment))
        events.record(self, "gain.signed", by=by, unit=self.unit)
        return row

    def facts(self) -> sums.GainFacts:
        """Everything dated about it, for reckoning. Uses what is prefetched."""
        return sums.GainFacts(
            hours=self.hours, factor=self.factor, one_off=self.one_off, unit_id=self.unit_id, key=self.pk,
            identified=sums.Dated(self.identified_on, self.recorded_at),
            agreed=tuple(row.dated() for row in self.agreements.all()),
            checks=tuple(row.dated() for row in self.checks.all()),
            lapsed=tuple(row.dated() for row in self.lapses.all()),
        )  # fmt: skip


def work_out(
    arithmetic: str, factor: Factor, *, hours: Decimal | None = None, minutes: Decimal | None = None, people: int | None = None,
    times: Decimal | None = None,
) -> Decimal:  # fmt: skip
    """Hours a week (hours in all for one-off) from what was typed. Raises DomainError when something is missing or cannot be."""
    try:
        found = _worked_out(arithmetic, factor, hours, minutes, people, times)
    except TypeError:
        raise DomainError(_("Fill in every number of the arithmetic.")) from None
    most = MOST_ONE_OFF if arithmetic == Arithmetic.ONE_OFF else MOST_HOURS_A_WEEK
    if found <= 0:
        raise DomainError(_("The time must be more than 0."))
    if found > most:
        raise DomainError(_("That is more than %d hours. Look at the numbers once more: minutes, people, how often.") % most)
    return found


def _worked_out(arithmetic: str, factor: Factor, hours: Any, minutes: Any, people: Any, times: Any) -> Decimal:
    if arithmetic in (Arithmetic.HOURS, Arithmetic.ONE_OFF):
        return hours + Decimal(0)
    if arithmetic == Arithmetic.WEEKLY:
        return fte.weekly_from_occurrences(minutes, people, times)
    if arithmetic == Arithmetic.PER_PERSON:
        return fte.yearly_from_person_occurrences(minutes, times, people) / factor.weeks_per_year
    return fte.yearly_from_all_occurrences(minutes, times) / factor.weeks_per_year


class GainFact(TenantModel):
    """Something dated about a gain."""

    on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["on", "recorded_at"]

    def __str__(self) -> str:
        return f"{self.on}"

    def dated(self) -> sums.Dated:
        """For reckoning."""
        return sums.Dated(self.on, self.recorded_at, self.withdrawn_at)


class GainAgreed(GainFact):
    """That a gain's time goes to what an agreement says."""

    gain = models.ForeignKey(Gain, on_delete=models.CASCADE, related_name="agreements")
    agreement = models.ForeignKey(GainAgreement, on_delete=models.PROTECT, related_name="gains")


class GainCheck(GainFact):
    """Did it become so: yes, partly or no, with hours and a comment."""

    REDACTABLE = ("comment",)

    gain = models.ForeignKey(Gain, on_delete=models.CASCADE, related_name="checks")
    answer = models.CharField(max_length=6, choices=Answer.choices)
    hours = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    comment = models.TextField(blank=True)

    def dated(self) -> sums.Check:
        """For reckoning."""
        return sums.Check(self.on, self.recorded_at, self.withdrawn_at, self.answer, self.hours)


class GainLapse(GainFact):
    """That a gain came to nothing, and why."""

    REDACTABLE = ("reason",)

    gain = models.ForeignKey(Gain, on_delete=models.CASCADE, related_name="lapses")
    reason = models.TextField()


class GainSignature(GainFact):
    """That the controller looked at it."""

    REDACTABLE = ("comment",)

    gain = models.ForeignKey(Gain, on_delete=models.CASCADE, related_name="signatures")
    comment = models.TextField(blank=True)
