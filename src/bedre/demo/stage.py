"""Sets the stage: Harstad with its units, and persons who are only called by their roles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.text import slugify

from bedre.organisation.models import HoursPerFte, Municipality, MunicipalityNumber, MunicipalityTitle, Unit
from bedre.people.models import Account, Person

from .data import facts, invented

SINCE = dt.date(2013, 1, 1)
"""From when units and roles are said to be so: before anything that the demonstration shows."""

KINDS = {
    "helse-og-omsorg": "health", "omsorg-sor": "health", "nav-harstad": "social", "teknisk": "technical", "kultur-og-idrett": "culture",
    "fellestjenester": "administration",
}  # fmt: skip
"""What kind of unit lies below which."""


def municipality() -> Municipality:
    """Harstad, with its official names."""
    known = facts()["municipality"]
    return Municipality.objects.create(
        slug=known["slug"], name=known["name"], name_official=known["name_official"], is_demo=True
    )


def administrator() -> Person:
    """The first person, who enters everything else."""
    return person(invented()["persons"][0], {}, by=None)


def dated_facts(here: Municipality, *, by: Person) -> None:
    """Numbers and titles by date, and the public hours per årsverk."""
    known = facts()["municipality"]
    for row in known["numbers"]:
        here.state(MunicipalityNumber, by=by, valid_from=row["from"], number=row["number"])
    for row in known["titles"]:
        here.state(MunicipalityTitle, by=by, valid_from=row["from"], key=row["key"], title=row["title"])
    for kind, hours in HoursPerFte.PUBLIC_VALUES.items():
        here.state(HoursPerFte, by=by, valid_from=SINCE, kind=kind, hours=hours)


def units(*, by: Person) -> dict[str, Unit]:
    """The tree of units by short address; 46 of them count in the total."""
    made: dict[str, Unit] = {}
    for row in [*invented()["sectors"], *invented()["areas"]]:
        _unit(made, by, **row)
    for row in invented()["pilots"]:
        _unit(made, by, counts_in_total=True, **row)
    for above, below in invented()["others"].items():
        for number, (name, size) in enumerate(below.items(), 1):
            _other(made, by, above, number, name, size)
    return made


def _other(made: dict[str, Unit], by: Person, above: str, number: int, name: str, size: tuple[int, float]) -> None:
    kind = _kind(name, above)
    hours = {"hours_kind": "teacher"} if kind == "school" else {}
    _unit(
        made, by, slugify(_ascii(name)), f"{made[above].prefix[:3]}{number}", name, parent=above, kind=kind, counts_in_total=True,
        headcount=size[0], fte=size[1], **hours,
    )  # fmt: skip


def _unit(made: dict[str, Unit], by: Person, slug: str, prefix: str, name: str, parent: str = "", **stated: Any) -> None:
    above = made.get(parent)
    stated.setdefault("hours_kind", above.fact(SINCE).hours_kind if above else "office")  # type: ignore[union-attr]
    made[slug] = Unit.make(name=name, on=SINCE, by=by, slug=slug, prefix=prefix, code=slug, parent=above, **stated)


def _ascii(name: str) -> str:
    return name.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})


def _kind(name: str, above: str) -> str:
    named = {"skole": "school", "barnehage": "kindergarten", "Barnevern": "child_welfare"}
    return KINDS.get(above) or next((kind for part, kind in named.items() if part in name), "operation")


def people(made: dict[str, Unit], first: Person) -> dict[str, Person]:
    """Everybody by key, entered by the administrator."""
    rest = invented()["persons"][1:]
    return {"admin": first} | {row["key"]: person(row, made, by=first) for row in rest}


def person(row: dict[str, Any], made: dict[str, Unit], *, by: Person | None) -> Person:
    """One person with roles, who is entered by one click."""
    entered = Person.add(name=row["name"], by=by, employee_number=f"D-{row['key']}", email=address(row["key"]))
    let_in(entered, row["key"])
    for slug in row.get("at", [None]):
        entered.hold(row["role"], at=made.get(slug), starts_on=SINCE, by=by or entered)
    return entered


def address(key: str) -> str:
    """A mail address that leads nowhere."""
    return f"{key.replace('_', '-')}@demo.example"


def let_in(entered: Person, key: str) -> None:
    """Give somebody an account of the demonstration: without a password, entered by a click."""
    account = Account.objects.create_user(f"demo-{key}", address(key))
    account.is_demo = True
    account.save(update_fields=["is_demo"])
    entered.connect(account)
