"""An adviser of a partner: a person of this municipality whose role follows an agreement."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.text import clean
from bedre.organisation.models import Agreement
from bedre.people.models import Person, Role, RoleKind


@transaction.atomic
def add_adviser(agreement: Agreement, *, by: Any, name: str, email: str = "") -> Role:
    """Let somebody in under an agreement. The role opens what the agreement opens, while it is in force and not a day longer.

    The same e-mail twice under one agreement is the same adviser. Raises DomainError when the agreement has ended.
    """
    today = clock.today()
    if agreement.ends_on is not None and agreement.ends_on <= today:
        raise DomainError(_("This agreement has ended."))
    person = Person.objects.filter(email__iexact=email).first() if email else None
    person = person or Person.objects.create(name=clean(name), email=email)
    role = Role.objects.filter(person=person, kind=RoleKind.ADVISER, agreement=agreement).first()
    if role is None:
        role = person.hold(RoleKind.ADVISER, starts_on=max(today, agreement.starts_on), by=by, agreement=agreement)
        events.record(agreement, "agreement.adviser_added", by=by, person=str(person.pk))
    return role


def advisers(agreement: Agreement) -> list[Role]:
    """The advisers let in under an agreement, by name. One query."""
    return list(
        Role.objects.filter(agreement=agreement, kind=RoleKind.ADVISER).select_related("person").order_by("person__name")
    )
