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
    def end(self, *, on: dt.date, by: Any) -> None:
        """End the role on a date; it stays in the history. Raises DomainError before its start."""
        if on < self.starts_on:
            raise DomainError(_("A role cannot end before it starts."))
        self.ends_on = on
        self.save(update_fields=["ends_on"])
        events.record(self, "role.ended", by=by, unit=self.unit, kind=self.kind, on=on.isoformat())
