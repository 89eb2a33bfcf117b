"""Who is asking: one object a request, loaded once, that every view asks before it does anything."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import rules
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from bedre.kernel import clock
from bedre.organisation.models import AgreementUnit, Municipality, Unit
from bedre.organisation.tree import Node, Tree, tree

from .models import Person, Role, RoleKind

INSIDE = frozenset(RoleKind) - {RoleKind.POLITICIAN, RoleKind.ADVISER, RoleKind.VISITOR}
"""Roles of the municipality's own staff."""


@dataclass
class Who:
    """A person in a municipality with the roles in force today. Without a person: somebody signed out."""

    municipality: Municipality
    person: Person | None = None
    roles: list[Role] = field(default_factory=list)

    @cached_property
    def tree(self) -> Tree:
        """The municipality's units as of today. One query, once."""
        return tree(clock.today())

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of role held anywhere."""
        return frozenset(role.kind for role in self.roles)

    @cached_property
    def inside(self) -> bool:
        """Whether this is one of the municipality's own staff."""
        return bool(self.kinds & INSIDE)

    @cached_property
    def opened_by_agreement(self) -> set[uuid.UUID]:
        """Units (with all below) that an adviser may see, from the agreements in force today."""
        today = clock.today()
        held = [role.agreement_id for role in self.roles if role.kind == RoleKind.ADVISER and role.agreement_id]
        if not held:
            return set()
        rows = AgreementUnit.objects.filter(agreement__in=held).select_related("agreement")
        named = {row.unit_id for row in rows if row.agreement.in_force(today)}
        return set().union(*(self.tree.reach(unit) for unit in named)) if named else set()

    def holds(self, *kinds: str, at: uuid.UUID | Node | Unit | None = None) -> bool:
        """Whether one of the roles is held at the unit, above it or in the whole municipality; `at=None`: anywhere."""
        mine = [role for role in self.roles if role.kind in kinds]
        if at is None:
            return bool(mine)
        unit_id = at if isinstance(at, uuid.UUID) else at.id
        line = {unit_id, *(node.id for node in self.tree.above(unit_id))}
        return any(role.unit_id is None or role.unit_id in line for role in mine)

    @cached_property
    def home(self) -> Node | None:
        """The unit this person belongs to first: as leader, deputy, team, employee, coach, in that order."""
        order = [RoleKind.UNIT_LEADER, RoleKind.DEPUTY, RoleKind.IMPROVEMENT_TEAM, RoleKind.EMPLOYEE, RoleKind.COACH]
        held = {
            role.kind: self.tree[role.unit_id] for role in reversed(self.roles) if role.unit_id and role.unit_id in self.tree
        }
        return next((held[kind] for kind in order if kind in held), None)

    def sees(self, unit: uuid.UUID | Node | Unit) -> bool:
        """Whether the unit as such exists for this person: staff see all, advisers the named ones, others none."""
        unit_id = unit if isinstance(unit, uuid.UUID) else unit.id
        return self.inside or unit_id in self.opened_by_agreement

    def may(self, action: str, unit: Any = None) -> bool:
        """Whether this person may do `action` (at `unit`, where the action has one)."""
        return bool(self.person) and rules.test_rule(action, self, unit)

    def require(self, action: str, unit: Any = None) -> None:
        """Raise PermissionDenied (403) unless `may`."""
        if not self.may(action, unit):
            raise PermissionDenied(action)

    def unit_or_404(self, slug: str) -> Node:
        """The unit behind a short address, when it exists for this person."""
        node = self.tree.by_slug.get(slug)
        if node is None or not self.sees(node):
            raise Http404(slug)
        return node


def who(municipality: Municipality, account: Any) -> Who:
    """Work out who an account is in the active municipality. One query, a second for somebody without a role; none when signed out."""
    if not getattr(account, "is_authenticated", False):
        return Who(municipality)
    roles = list(_roles().filter(person__account=account).select_related("person"))
    person = roles[0].person if roles else Person.objects.filter(account=account).first()
    if person is None or person.has_left:
        return Who(municipality)
    person.municipality = municipality  # it is known, and need not be asked for again
    return _as(person, roles)


def as_person(person: Person) -> Who:
    """What a person may do today, for pages, tasks and mails alike."""
    return _as(person, list(_roles().filter(person=person)))


def _roles() -> QuerySet[Role]:
    return Role.objects.select_related("agreement")


def _as(person: Person, roles: list[Role]) -> Who:
    today = clock.today()
    return Who(person.municipality, person, [role for role in roles if role.in_force(today) and _let_in(role, today)])


def _let_in(role: Role, today: Any) -> bool:
    """An adviser's role is worth nothing without an agreement in force."""
    return role.kind != RoleKind.ADVISER or (role.agreement is not None and role.agreement.in_force(today))
