"""A person of one municipality."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .account import Account, Membership

FORMER = {"nb": "Tidligere ansatt", "nn": "Tidlegare tilsett"}
"""What somebody is called once forgotten, by the municipality's language: it is kept, not translated, and nothing else is left."""


class Person(TenantModel, Versioned):
    """Somebody in one municipality; an adviser is a person in each municipality that let them in."""

    LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]

    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    employee_number = models.CharField(max_length=30, blank=True, help_text="Key of imports")
    email = models.EmailField(blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES, blank=True)
    left_on = models.DateField(null=True, blank=True, help_text="The day from which the person no longer belongs here")
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

    @property
    def has_left(self) -> bool:
        """Whether the person belongs here no longer; somebody whose last day is still to come does."""
        return self.left_on is not None and self.left_on <= clock.today()

    @classmethod
    @transaction.atomic
    def add(cls, *, name: str, by: Any = None, employee_number: str = "", email: str = "", language: str = "") -> Person:
        """A new person. Raises DomainError when another has the employee number."""
        _check_number(employee_number)
        person = cls.objects.create(name=clean(name), employee_number=employee_number, email=email, language=language)
        events.record(person, "person.added", by=by)
        return person

    @transaction.atomic
    def write(self, *, by: Any, version: int | None = None, **fields: Any) -> None:
        """Change name, employee_number, email or language. Raises StaleError, or DomainError for a number that is taken."""
        current = Person.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        if "employee_number" in fields:
            _check_number(fields["employee_number"], self)
        for name, value in fields.items():
            setattr(self, name, clean(value))
        self.version = current.version
        self.bump()
        self.save(update_fields=[*fields, "version"])
        events.record(self, "person.written", by=by, fields=sorted(fields))

    @transaction.atomic
    def connect(self, account: Account) -> None:
        """Let an account sign in as this person. Raises DomainError when it already signs in as another one here."""
        if Person.objects.filter(account=account).exclude(pk=self.pk).exists():
            raise DomainError(_("This account already belongs to another person here. Sign out first."))
        self.account = account
        self.save(update_fields=["account"])
        Membership.objects.get_or_create(account=account, municipality=self.municipality)
        events.record(self, "person.connected", by=self)

    @transaction.atomic
    def disconnect(self, *, by: Any) -> None:
        """Take the account away from this person; the account itself stays for other municipalities."""
        if self.account_id is None:
            return
        Membership.objects.filter(account=self.account_id, municipality=self.municipality_id).delete()
        self.account = None
        self.save(update_fields=["account"])
        events.record(self, "person.disconnected", by=by)

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
        Raises DomainError for a role that belongs at a unit and has none, for dates out of order, and for a role already held.
        """
        from .role import Role, check_role

        check_role(self, kind, at, starts_on, ends_on, agreement)
        role = Role.objects.create(
            municipality_id=self.municipality_id, person=self, kind=kind, unit=at, starts_on=starts_on, ends_on=ends_on,
            agreement=agreement,
        )  # fmt: skip
        events.record(role, "role.given", by=by, unit=at, kind=kind, starts_on=starts_on.isoformat())
        return role

    @transaction.atomic
    def leave(self, *, on: dt.date, by: Any) -> None:
        """No longer here from a date: roles end that day, and so does the way in. Raises DomainError for the last administrator."""
        from .role import check_administrator_left

        check_administrator_left(self, on)
        self.left_on = on
        self.save(update_fields=["left_on"])
        for role in self.roles.filter(models.Q(ends_on=None) | models.Q(ends_on__gt=on)):
            role.end(on=max(on, role.starts_on), by=by, check=False)
        events.record(self, "person.left", by=by, on=on.isoformat())

    @transaction.atomic
    def come_back(self, *, by: Any) -> None:
        """Here again; roles are given anew. Raises DomainError when the person has been forgotten."""
        if self.forgotten_on is not None:
            raise DomainError(_("This person has been forgotten. Add a new one."))
        self.left_on = None
        self.save(update_fields=["left_on"])
        events.record(self, "person.came_back", by=by)

    @transaction.atomic
    def forget(self, *, on: dt.date) -> None:
        """Leave nothing but «tidligere ansatt»: name, number, e-mail and account go, the key stays under what was done."""
        self.disconnect(by=None)
        self.name, self.employee_number, self.email, self.language = FORMER[self.municipality.language], "", "", ""
        self.forgotten_on = on
        self.bump()
        self.save()
        self.invitations.all().delete()
        events.record(self, "person.forgotten", by=None)


def _check_number(number: str, besides: Person | None = None) -> None:
    others = Person.objects.filter(employee_number=number).exclude(pk=besides.pk if besides else None)
    if number and others.exists():
        raise DomainError(_("Another person has that employee number."))
