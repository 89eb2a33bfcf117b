"""Writing an import of people: thousands in a few statements, with the same Events as if each had been typed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bedre.kernel import events
from bedre.people.models import Person, Role

from .plan import Plan

BATCH = 500
FIELDS = ["name", "email", "language", "left_on", "version"]


def write_people(plan: Plan, *, on: dt.date, by: Any) -> None:
    """Write the plan in the caller's transaction."""
    rows = list(plan.do.values())
    new = [row for row in rows if row["person"] is None]
    old = [row for row in rows if row["person"] is not None]
    for row in new:
        row["person"] = Person(employee_number=row["number"], **row["fields"])
    Person.objects.bulk_create([row["person"] for row in new], BATCH)
    changed = [row["person"] for row in old if _change(row)]
    Person.objects.bulk_update(changed, FIELDS, BATCH)
    given = [role for row in rows for role in _given(row, on)]
    Role.objects.bulk_create(given, BATCH)
    ended = [role for row in rows for role in row["end"]]
    for role in ended:
        role.ends_on = max(on, role.starts_on)
    Role.objects.bulk_update(ended, ["ends_on"], BATCH)
    _tell([row["person"] for row in new], changed, given, ended, by)


def _change(row: dict[str, Any]) -> bool:
    """Set what the row says on the person; False when only roles change."""
    person, before = row["person"], {name: getattr(row["person"], name) for name in FIELDS}
    for name, value in row["fields"].items():
        setattr(person, name, value)
    person.left_on = None
    if {name: getattr(person, name) for name in FIELDS} == before:
        return False
    person.bump()
    return True


def _given(row: dict[str, Any], on: dt.date) -> list[Role]:
    return [
        Role(person=row["person"], kind=kind, unit_id=unit, starts_on=on, ends_on=until) for kind, unit, until in row["give"]
    ]


def _tell(new: list[Person], changed: list[Person], given: list[Role], ended: list[Role], by: Any) -> None:
    told: list[tuple[Any, str, Any, dict[str, Any]]] = [(person, "person.added", None, {}) for person in new]
    told += [(person, "person.written", None, {"fields": ["import"]}) for person in changed]
    told += [(role, "role.given", role.unit_id, {"kind": role.kind, "starts_on": role.starts_on.isoformat()}) for role in given]
    told += [
        (role, "role.ended", role.unit_id, {"kind": role.kind, "on": role.ends_on.isoformat()})
        for role in ended
        if role.ends_on
    ]
    events.record_many(told, by=by)
