"""What a unit wants, what it counts, and the dated values."""

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


class Direction(models.TextChoices):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


class Every(models.TextChoices):
    """How often a value is entered."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Goal(TenantModel, Versioned):
    """What the unit wants."""

    REDACTABLE = ("title",)

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(max_length=200)
    set_on = models.DateField(default=clock.today)
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["set_on", "recorded_at"]

    def __str__(self) -> str:
        return self.title

    @classmethod
    @transaction.atomic
    def state(cls, *, unit: Any, title: str, by: Any) -> Goal:
        """Say what the unit wants. Saying the same again gives the same goal. Raises DomainError for an empty one."""
        if not clean(title):
            raise DomainError(_("Say in a few words what you want."))
        goal = cls.objects.filter(unit_id=unit.id, title=clean(title), ended_on=None).first()
        if goal is None:
            goal = cls.objects.create(unit_id=unit.id, title=clean(title))
            events.record(goal, "goal.stated", by=by, unit=goal.unit)
        return goal

    @transaction.atomic
    def end(self, *, on: dt.date, by: Any) -> None:
        """It is reached, or no longer wanted. Its measures end with it."""
        self.ended_on = on
        self.save(update_fields=["ended_on"])
        events.record(self, "goal.ended", by=by, unit=self.unit, on=on.isoformat())


class Measure(TenantModel, Versioned):
    """What is counted: name, unit of measure, which way is better, how often, and perhaps a target."""

    REDACTABLE = ("name", "unit_of_measure")

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="measures")
    name = models.CharField(max_length=120)
    unit_of_measure = models.CharField(max_length=40)
    direction = models.CharField(max_length=4, choices=Direction.choices)
    every = models.CharField(max_length=5, choices=Every.choices, default=Every.WEEK)
    target = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    @transaction.atomic
    def add(
        cls,
        goal: Goal,
        *,
        by: Any,
        name: str,
        unit_of_measure: str,
        direction: str,
        every: str = Every.WEEK,
        target: Decimal | None = None,
    ):
        """Count something for a goal. Returns the Measure. Raises DomainError when name or unit of measure is missing."""
        if not clean(name) or not clean(unit_of_measure):
            raise DomainError(_("Say what is counted, and in what."))
        measure = cls.objects.create(
            goal=goal, name=clean(name), unit_of_measure=clean(unit_of_measure), direction=direction, every=every, target=target
        )
        events.record(measure, "measure.added", by=by, unit=goal.unit)
        return measure

    @transaction.atomic
    def enter(self, *, on: dt.date, value: Decimal, by: Any, note: str = "") -> Observation:
        """Enter the value of a date. A second one corrects the first, which is kept. Raises DomainError for a date to come."""
        if on > clock.today():
            raise DomainError(_("That date has not come yet."))
        Measure.objects.select_for_update().get(pk=self.pk)
        self.observations.filter(on=on, withdrawn_at=None).update(withdrawn_at=timezone.now())
        row = self.observations.create(on=on, value=value, note=clean(note)[:300], by=by)
        events.record(self, "measure.entered", by=by, unit=self.goal.unit, on=on.isoformat())
        return row


class Observation(TenantModel):
    """A value on a date. A corrected one is withdrawn, never changed."""

    REDACTABLE = ("note",)

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="observations")
    on = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=4)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(fields=["measure", "on"], condition=models.Q(withdrawn_at=None), name="one_value_a_date")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.value}"
