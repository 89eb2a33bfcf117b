"""An import of people: what its rows mean. The employee number is the key; roles that the file does not name are left alone."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.utils.translation import gettext as _

from bedre.organisation.tree import Node, Tree, tree
from bedre.people.models import Person, Role, RoleKind
from bedre.people.models.role import AT_UNIT
from bedre.people.titles import titles

from .columns import PEOPLE, Line, by_key, check_twice, plain, word
from .plan import CHANGED, NEW, Fate, Plan, difference, fate_of
from .words import roles as role_words

column = by_key(PEOPLE)
LANGUAGES = {
    "": "",
    "nb": "nb",
    "bokmål": "nb",
    "bokmal": "nb",
    "nn": "nn",
    "nynorsk": "nn",
    "en": "en",
    "engelsk": "en",
    "english": "en",
}
PLACES = ("", "2", "3")


@dataclass
class Known:
    """What is there: people by number, the roles they hold on the date, units by code, words for roles."""

    people: dict[str, Person]
    held: dict[uuid.UUID, list[Role]]
    tree: Tree
    units: dict[str, Node]
    words: dict[str, str]
    titles: dict[str, str] = field(default_factory=dict)


def known(on: dt.date) -> Known:
    """Read it all. Six queries, however many people there are."""
    people = {person.employee_number.casefold(): person for person in Person.objects.exclude(employee_number="")}
    held: dict[uuid.UUID, list[Role]] = defaultdict(list)
    for role in Role.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on)):
        held[role.person_id].append(role)
    then = tree(on)
    units = {node.code.casefold(): node for node in then if node.code}
    return Known(people, held, then, units, role_words(), {kind: said.title for kind, said in titles().items()})


def plan_people(found: list[Line], on: dt.date) -> Plan:
    """The fate of every row against what is there on a date."""
    there = known(on)
    check_twice(found, "number", column("number").heading)
    fates, do = [], {}
    for line in found:
        fate, row = _plan(line, there, on)
        fates.append(fate)
        if fate.fate in (NEW, CHANGED):
            do[line.number] = row
    return Plan(fates, do)


def _plan(line: Line, there: Known, on: dt.date) -> tuple[Fate, dict[str, Any]]:
    person = there.people.get(line.values["number"].casefold())
    wanted = _wanted(line)
    roles = _roles(line, there)
    give, end = _changes(person, roles, there, on)
    what = (_what(person, wanted) if person else []) + _what_of_roles(give, end, there)
    fate = fate_of(line, line.values["number"], person is None, what)
    row = {"number": line.values["number"], "person": person, "fields": wanted, "give": give, "end": end}
    return fate, row


def _wanted(line: Line) -> dict[str, Any]:
    values, wanted = line.values, {"name": line.values["name"]}
    if not wanted["name"]:
        line.fault(column("name").heading, _("Is empty."))
    if len(wanted["name"]) > 120:
        line.fault(column("name").heading, _("Is longer than 120 characters."))
    if not values["number"]:
        line.fault(column("number").heading, _("Is empty."))
    if len(values["number"]) > 30:
        line.fault(column("number").heading, _("Is longer than 30 characters."))
    if "email" in values:
        wanted["email"] = _email(line, values["email"])
    if "language" in values:
        wanted["language"] = word(line, column("language"), values["language"], LANGUAGES)
    return wanted


def _email(line: Line, value: str) -> str:
    try:
        if value:
            validate_email(value)
    except ValidationError:
        line.fault(column("email").heading, _("“%(text)s” is not an e-mail address.") % {"text": value[:60]})
    return value


def _roles(line: Line, there: Known) -> list[tuple[str, uuid.UUID | None]]:
    """(kind, unit) of each pair of columns that is filled in."""
    found = []
    for n in PLACES:
        code, said = line.values.get(f"unit{n}", ""), line.values.get(f"role{n}", "")
        if code or said:
            found.append(_role(line, n, code, said, there))
    return [role for role in found if role]


def _role(line: Line, n: str, code: str, said: str, there: Known) -> tuple[str, uuid.UUID | None] | None:
    kind = word(line, column(f"role{n}"), said, there.words, RoleKind.EMPLOYEE)
    node = there.units.get(code.casefold()) if code else None
    if code and node is None:
        line.fault(column(f"unit{n}").heading, _("There is no unit with the code “%(code)s”.") % {"code": code[:40]})
    elif kind == RoleKind.ADVISER:
        line.fault(column(f"role{n}").heading, _("An adviser comes by an agreement, not by a file."))
    elif kind in AT_UNIT and node is None:
        line.fault(column(f"unit{n}").heading, _("This role belongs at a unit. Write its code."))
    elif not line.faults or plain(said) in there.words or not said:
        return kind, node.id if node else None
    return None


def _changes(person: Person | None, roles: list, there: Known, on: dt.date) -> tuple[list, list[Role]]:
    """Roles to give (kind, unit, until it is held anyway), and those as employee elsewhere that end: the file says another unit."""
    held = there.held.get(person.pk, []) if person else []
    have = {(role.kind, role.unit_id) for role in held if role.in_force(on)}
    later = {(role.kind, role.unit_id): role.starts_on for role in held if role.starts_on > on}
    give = [(*role, later.get(role)) for role in dict.fromkeys(roles) if role not in have]
    works_at = {unit for kind, unit in roles if kind == RoleKind.EMPLOYEE}
    end = [
        role
        for role in held
        if works_at and role.kind == RoleKind.EMPLOYEE and role.in_force(on) and role.unit_id not in works_at
    ]
    return give, end


def _what(person: Person, wanted: dict[str, Any]) -> list[list[str]]:
    what: list[list[str]] = []
    for key, becomes in wanted.items():
        what += difference(column(key).heading, getattr(person, key), becomes)
    if person.left_on is not None:
        what.append([_("Here again"), "", ""])
    return what


def _what_of_roles(give: list, end: list[Role], there: Known) -> list[list[str]]:
    what = [[_("Role"), "", _told(kind, unit, there)] for kind, unit, _until in give]
    return what + [[_("Role"), _told(role.kind, role.unit_id, there), ""] for role in end]


def _told(kind: str, unit: uuid.UUID | None, there: Known) -> str:
    title = there.titles.get(kind, kind)
    return f"{title}, {there.tree[unit].name}" if unit and unit in there.tree.nodes else title
