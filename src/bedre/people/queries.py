"""What the pages about people read. Never a count, a rank or a time of one person."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from bedre.kernel import clock
from bedre.organisation.tree import Tree

from .models import Invitation, Person, Role, RoleKind
from .titles import titles

SHOWN_AT_UNIT = (
    RoleKind.UNIT_LEADER, RoleKind.DEPUTY, RoleKind.IMPROVEMENT_TEAM, RoleKind.COACH, RoleKind.UNION_REP, RoleKind.SAFETY_REP,
)  # fmt: skip
"""Whom one may want to ask something at a unit, in this order; plain employees are not listed."""


@dataclass(frozen=True)
class Held:
    """A role in words: its title, where («the whole municipality» is empty), and whether it is held on the date."""

    role: Role
    title: str
    where: str
    now: bool


def people(text: str = "", unit: set[uuid.UUID] | None = None, former: bool = False) -> QuerySet[Person]:
    """Persons whose name, number or e-mail holds every word of `text`, with a role at one of `unit`; with their roles of today."""
    today = clock.today()
    in_force = Q(starts_on__lte=today) & (Q(ends_on=None) | Q(ends_on__gt=today))
    found = Person.objects.filter(forgotten_on=None)
    found = found.filter(left_on__lte=today) if former else found.filter(Q(left_on=None) | Q(left_on__gt=today))
    for word in text.split()[:6]:
        found = found.filter(Q(name__icontains=word) | Q(employee_number__iexact=word) | Q(email__icontains=word))
    if unit is not None:
        at = Role.objects.filter(in_force, unit__in=unit)
        found = found.filter(pk__in=at.values("person"))
    return found.order_by("name", "pk").prefetch_related(Prefetch("roles", Role.objects.filter(in_force), to_attr="held"))


def to_invite(unit: set[uuid.UUID] | None = None) -> QuerySet[Person]:
    """Those (at some units) with an e-mail address, no account and no invitation under way."""
    waiting = Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now())
    found = people(unit=unit).filter(account=None).exclude(email="")
    return found.exclude(pk__in=waiting.values("person"))


def in_words(roles: Iterable[Role], tree: Tree, on: dt.date) -> list[Held]:
    """Roles with title and place, as of a date. One query for the titles."""
    said = titles()
    return [_in_words(role, said[role.kind].title, tree, on) for role in roles]


def _in_words(role: Role, title: str, tree: Tree, on: dt.date) -> Held:
    node = tree.nodes.get(role.unit_id) if role.unit_id else None
    return Held(role, title, node.name if node else "", role.in_force(on))


def to_ask(unit_id: uuid.UUID, tree: Tree) -> list[Held]:
    """Who leads, answers and represents at a unit today. Two queries."""
    today = clock.today()
    roles = Role.objects.filter(unit=unit_id, kind__in=SHOWN_AT_UNIT).select_related("person")
    held = [role for role in roles if role.in_force(today) and role.person.left_on is None]
    order = {kind: n for n, kind in enumerate(SHOWN_AT_UNIT)}
    return in_words(sorted(held, key=lambda role: (order[RoleKind(role.kind)], role.person.name)), tree, today)
