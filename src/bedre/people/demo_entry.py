"""The roles by which a visitor walks into the demonstration, in the groups of the sign-in page."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality

from .models import Person, Role
from .titles import titles


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


def _groups() -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (
            _("At the board"),
            [("employee", "person"), ("unit_leader", "people"), ("union_rep", "heart"), ("safety_rep", "shield")],
        ),
        (_("The introduction"), [("coach", "comment"), ("coordinator", "calendar"), ("adviser", "book"), ("visitor", "globe")]),
        (
            _("The municipality"),
            [("leader_group", "star"), ("politician", "eye"), ("controller", "tick"), ("administrator", "lock")],
        ),
    ]


def entrance() -> Entrance | None:
    """The demonstration's roles, or None where there is no demonstration. Three queries."""
    municipality = Municipality.objects.filter(is_demo=True).first() if settings.DEMO else None
    if municipality is None:
        return None
    with active(municipality):
        first, everybody = _by_kind()
        said = titles()
    groups = [
        Group(title, [Line(first[kind], icon, said[kind].does) for kind, icon in lines if kind in first])
        for title, lines in _groups()
    ]
    shown = {line.person.pk for group in groups for line in group.lines}
    return Entrance(municipality, [group for group in groups if group.lines], [p for p in everybody if p.pk not in shown])


def _by_kind() -> tuple[dict[str, Person], list[Person]]:
    """The first person of each kind of role, and all of them."""
    held = Role.objects.filter(person__account__is_demo=True, person__left_on=None).select_related("person__account")
    roles = list(held.order_by("person_id", "starts_on"))
    first = {role.kind: role.person for role in reversed(roles)}
    return first, list({role.person_id: role.person for role in roles}.values())
