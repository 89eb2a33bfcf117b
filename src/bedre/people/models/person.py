"""A person of one municipality."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction

from bedre.kernel import events
from bedre.kernel.tenancy import TenantModel, Versioned

from .account import Account, Membership


class Person(TenantModel, Versioned):
    """Somebody in one municipality; an adviser is a person in each municipality that let them in."""

    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    employee_number = models.CharField(max_length=30, blank=True, help_text="Key of imports")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=[("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")], blank=True)
    left_on = models.DateField(null=True, blank=True)
    forgotten_on = models.DateField(null=True, blank=True, help_text="From then on only «former employee»")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "account"], name="person_account"),
            models.UniqueConstraint(
                fields=["municipality", "employee_number"],
                name="person_employee_number",
                condition=~models.Q(employee_number=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def connect(self, account: Account) -> None:
        """Let an account sign in as this person."""
        self.account = account
        self.save(update_fields=["account"])
        Membership.objects.get_or_create(account=account, municipality_id=self.municipality_id)
        events.record(self, "person.connected", by=self)

    @transaction.atomic
    def hold(
        self,
        kind: str,
        *,
        at: Any = None,
        starts_on: dt.date,
        ends_on: dt.date | None = None,
        by: Any = None,
        agreement: Any = None,
    ):
        """Give this person a role at a unit (None: the whole municipality) from a date. Returns the Role.

        An adviser's role follows `agreement`: it opens nothing before it is in force and nothing once it has ended.
        """
        from .role import Role

        role = Role.objects.create(
            municipality_id=self.municipality_id, person=self, kind=kind, unit=at, starts_on=starts_on, ends_on=ends_on,
            agreement=agreement,
        )  # fmt: skip
        events.record(role, "role.given", by=by, unit=at, kind=kind, starts_on=starts_on.isoformat())
        return role
