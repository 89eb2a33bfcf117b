"""What a person is, where, and from when to when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel

from .person import Person


class RoleKind(models.TextChoices):
    """The roles of the domain. Their titles on the screen come from the municipality's method."""

    EMPLOYEE = "employee"
    UNIT_LEADER = "unit_leader"
    DEPUTY = "deputy"
    IMPROVEMENT_TEAM = "improvement_team"
    COACH = "coach"
    COORDINATOR = "coordinator"
    LEADER_GROUP = "leader_group"
    UNION_REP = "union_rep"
    CHIEF_UNION_REP = "chief_union_rep"
    SAFETY_REP = "safety_rep"
    CONTROLLER = "controller"
    POLITICIAN = "politician"
    ADMINISTRATOR = "administrator"
    ADVISER = "adviser"
    VISITOR = "visitor"


AT_UNIT = frozenset(
    {
        RoleKind.EMPLOYEE,
        RoleKind.UNIT_LEADER,
        RoleKind.DEPUTY,
        RoleKind.IMPROVEMENT_TEAM,
        RoleKind.UNION_REP,
        RoleKind.SAFETY_REP,
    }
)
"""Roles that are nothing without a unit. A coach may coach units or the whole municipality; the others belong to the whole."""


class Role(TenantModel):
    """Held by a person at a unit (or, without one, in the whole municipality); reaches down the tree; has dates."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind.choices)
    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agreement = models.ForeignKey(
        "organisation.Agreement", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        help_text="An adviser's access follows this agreement",
    )  # fmt: skip
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="The day from which it is no longer held")

    class Meta:
        ordering = ["starts_on"]
        indexes = [
            models.Index(fields=["municipality", "person"]),
            models.Index(fields=["municipality", "unit", "kind"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.kind}"

    def in_force(self, on: dt.date) -> bool:
        """Whether the role is held on a date."""
        return self.starts_on <= on and (self.ends_on is None or on < self.ends_on)

    @transaction.atomic
    def end(self, *, on: dt.date, by: Any, check: bool = True) -> None:
        """End the role on a date, also on another than was said before; it stays in the history.

        Raises DomainError before its start, into the time when it is held again, and for the last administrator.
        """
        if on < self.starts_on:
            raise DomainError(_("A role cannot end before it starts."))
        same = Role.objects.filter(person=self.person_id, kind=self.kind, unit=self.unit_id, agreement=self.agreement_id)
        if any(_overlap(role, self.starts_on, on) for role in same.exclude(pk=self.pk).filter(starts_on__gte=self.starts_on)):
            raise DomainError(_("The person already has this role there."))
        if check and self.kind == RoleKind.ADMINISTRATOR:
            check_administrator_left(self.person, on)
        self.ends_on = on
        self.save(update_fields=["ends_on"])
        events.record(self, "role.ended", by=by, unit=self.unit, kind=self.kind, on=on.isoformat())


def check_role(person: Person, kind: str, at: Any, starts_on: dt.date, ends_on: dt.date | None, agreement: Any) -> None:
    """Raise DomainError when the role cannot be given."""
    if kind in AT_UNIT and at is None:
        raise DomainError(_("This role belongs at a unit. Choose which."))
    if ends_on is not None and ends_on <= starts_on:
        raise DomainError(_("A role cannot end before it starts."))
    same = Role.objects.filter(person=person, kind=kind, unit=at, agreement=agreement)
    if any(_overlap(role, starts_on, ends_on) for role in same):
        raise DomainError(_("The person already has this role there."))


def check_administrator_left(without: Person, on: dt.date) -> None:
    """Raise DomainError when nobody else is administrator from a date on: then no one could let anybody in."""
    if not Role.objects.filter(person=without, kind=RoleKind.ADMINISTRATOR).exists():
        return
    others = Role.objects.filter(kind=RoleKind.ADMINISTRATOR, starts_on__lte=on, person__left_on=None).exclude(person=without)
    if not others.filter(models.Q(ends_on=None) | models.Q(ends_on__gt=on)).exists():
        raise DomainError(_("Somebody must be administrator. Give the role to another person first."))


def _overlap(role: Role, starts_on: dt.date, ends_on: dt.date | None) -> bool:
    return (role.ends_on is None or starts_on < role.ends_on) and (ends_on is None or role.starts_on < ends_on)
