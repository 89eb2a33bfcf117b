"""The roles by which a visitor walks into the demonstration, in the groups of the sign-in page."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality

from .models import Person, Role, RoleKind


@dataclass(frozen=True)
class Line:
    """One person to walk in as, with what the role can do."""

    person: Person
    icon: str
    can: str


@dataclass
class Group:
    """Some lines under one heading."""

    title: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Entrance:
    """What the sign-in page of a demonstration offers; `more` holds those whose role another already shows."""

    municipality: Municipality
    groups: list[Group]
    more: list[Person]


def _roles() -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [
        (_("At the board"), [
            (RoleKind.EMPLOYEE, "person", _("Hand in ideas, see the answers")),
            (RoleKind.UNIT_LEADER, "people", _("Prepare and lead the meeting")),
            (RoleKind.UNION_REP, "heart", _("Read the agreements on time freed")),
            (RoleKind.SAFETY_REP, "shield", _("See ideas about the working environment")),
        ]),
        (_("The introduction"), [
            (RoleKind.COACH, "comment", _("Follow up units")),
            (RoleKind.COORDINATOR, "calendar", _("Plan waves and course days")),
            (RoleKind.ADVISER, "book", _("See the units that have opened")),
            (RoleKind.VISITOR, "globe", _("See and re-use what others learned")),
        ]),
        (_("The municipality"), [
            (RoleKind.LEADER_GROUP, "star", _("Answer what was lifted, approve reports")),
            (RoleKind.POLITICIAN, "eye", _("Read what is published")),
            (RoleKind.CONTROLLER, "tick", _("Control gains")),
            (RoleKind.ADMINISTRATOR, "lock", _("Units, persons, signing in")),
        ]),
    ]  # fmt: skip


def entrance() -> Entrance | None:
    """The demonstration's roles, or None where there is no demonstration. Two queries."""
    municipality = Municipality.objects.filter(is_demo=True).first() if settings.DEMO else None
    if municipality is None:
        return None
    with active(municipality):
        held = Role.objects.filter(person__account__is_demo=True, person__left_on=None).select_related("person")
        by_kind: dict[str, list[Person]] = {}
        for role in held.order_by("person_id"):
            by_kind.setdefault(role.kind, []).append(role.person)
    groups = [Group(title, [Line(by_kind[k][0], icon, can) for k, icon, can in lines if k in by_kind]) for title, lines in _roles()]
    shown = {line.person.pk for group in groups for line in group.lines}
    others = {person.pk: person for persons in by_kind.values() for person in persons if person.pk not in shown}
    return Entrance(municipality, [group for group in groups if group.lines], list(others.values()))
