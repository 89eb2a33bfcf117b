"""Visits to learn, in both directions, and those who only got in touch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean
from bedre.rollout.models import Fact, latest
from bedre.rollout.models.fact import refuse_future


class Direction(models.TextChoices):
    """Who travelled."""

    VISITED_US = "visited_us", gettext_lazy("They visit us")
    WE_VISITED = "we_visited", gettext_lazy("We visit them")


class StudyVisit(TenantModel, Versioned):
    """Another organisation and we: in touch from a date, then perhaps a visit. Contacts and visits are two counters."""

    REDACTABLE = ("organisation", "who", "programme", "units_elsewhere", "followed")
    TYPED = ("organisation", "who", "programme", "units_elsewhere", "followed")

    direction = models.CharField(max_length=12, choices=Direction.choices)
    organisation = models.CharField(max_length=200)
    contact_on = models.DateField(help_text="When they, or we, first got in touch")
    planned_on = models.DateField(null=True, blank=True)
    who = models.TextField(blank=True, help_text="Roles, not names")
    programme = models.TextField(blank=True)
    units_elsewhere = models.TextField(blank=True, help_text="Units seen at the other's, when we visited")
    units = models.ManyToManyField("organisation.Unit", related_name="+", blank=True)
    followed = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-contact_on", "-recorded_at"]

    def __str__(self) -> str:
        return self.organisation

    @property
    def held(self) -> StudyVisitHeld | None:
        """That the visit took place; None while it is only a contact or a plan."""
        return latest(self.helds.all())

    @property
    def state(self) -> str:
        """`contact`, `planned` or `visited`."""
        return "visited" if self.held else "planned" if self.planned_on else "contact"

    @classmethod
    @transaction.atomic
    def note(
        cls,
        *,
        direction: str,
        organisation: str,
        contact_on: dt.date,
        by: Any,
        units: Iterable[Any] = (),
        **fields: Any,
    ):
        """Note a contact, with what is known of a visit. Returns the StudyVisit. Raises DomainError for a contact to come."""
        refuse_future(contact_on)
        fields = _cleaned({"organisation": organisation, **fields})
        _check_order(contact_on, fields.get("planned_on"))
        visit = cls.objects.create(direction=direction, contact_on=contact_on, by=by, **fields)
        visit.units.set(units)
        events.record(visit, "study_visit.noted", by=by, direction=direction, on=contact_on.isoformat())
        return visit

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, units: Iterable[Any] | None = None, **fields: Any) -> None:
        """Change what was written. Raises StaleError, or DomainError for dates out of order."""
        current = StudyVisit.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        for name, value in _cleaned(fields).items():
            setattr(self, name, value)
        _check_order(self.contact_on, self.planned_on)
        self.version = current.version
        self.bump()
        self.save()
        if units is not None:
            self.units.set(units)
        events.record(self, "study_visit.written", by=by, fields=sorted(fields))

    @transaction.atomic
    def hold(self, *, by: Any, on: dt.date, people: int) -> StudyVisitHeld:
        """The visit took place on a date with so many people. A new word about it withdraws the earlier one."""
        refuse_future(on)
        _check_order(self.contact_on, on)
        if people < 1:
            raise DomainError(_("How many took part in the visit?"))
        for before in self.helds.filter(withdrawn_at=None):
            before.withdraw(by)
        held = self.helds.create(on=on, by=by, people=people)
        events.record(self, "study_visit.held", by=by, direction=self.direction, on=on.isoformat(), people=people)
        return held


class StudyVisitHeld(Fact):
    """That a visit took place, and how many took part."""

    visit = models.ForeignKey(StudyVisit, on_delete=models.CASCADE, related_name="helds")
    people = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.visit} {self.on}"


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: clean(value) if name in StudyVisit.TYPED else value for name, value in fields.items()}


def _check_order(contact_on: dt.date, visit_on: dt.date | None) -> None:
    if visit_on is not None and visit_on < contact_on:
        raise DomainError(_("The visit cannot come before the first contact."))
