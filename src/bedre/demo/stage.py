"""Sets the stage: Harstad with its units, and persons who are only called by their roles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.text import slugify

from bedre.organisation.models import (
    Agreement,
    AgreementUnit,
    HoursPerFte,
    Municipality,
    MunicipalityNumber,
    MunicipalityTitle,
    Partner,
    Unit,
)
from bedre.people.models import Account, Person, RoleKind

from .data import facts, invented

SINCE = dt.date(2013, 1, 1)


def municipality() -> Municipality:
    """Harstad, with its official names."""
    known = facts()["municipality"]
    return Municipality.objects.create(
        slug=known["slug"], name=known["name"], name_official=known["name_official"], is_demo=True
    )


def dated_facts() -> None:
    """Numbers and titles by date, and the public hours per årsverk."""
    known = facts()["municipality"]
    for row in known["numbers"]:
        MunicipalityNumber.objects.create(number=row["number"], valid_from=row["from"])
    for row in known["titles"]:
        MunicipalityTitle.objects.create(key=row["key"], title=row["title"], valid_from=row["from"])
    for kind, hours in HoursPerFte.PUBLIC_VALUES.items():
        HoursPerFte.objects.create(kind=kind, hours=hours)


def units() -> dict[str, Unit]:
    """The tree of units by short address; 46 of them count in the total."""
    made: dict[str, Unit] = {}
    hours = {row["slug"]: row["hours_kind"] for row in invented()["sectors"]}
    for row in [*invented()["sectors"], *invented()["areas"]]:
        _unit(made, **row)
    for row in invented()["pilots"]:
        _unit(made, hours_kind=_hours(made, row["parent"], hours), counts_in_total=True, **row)
    for sector, names in invented()["others"].items():
        for number, name in enumerate(names, 1):
            prefix = f"{made[sector].prefix[:3]}{number}"
            kind = _kind(name, sector)
            _unit(
                made,
                slugify(_ascii(name)),
                prefix,
                name,
                parent=sector,
                kind=kind,
                hours_kind=hours[sector],
                counts_in_total=True,
            )
    return made


def _unit(made: dict[str, Unit], slug: str, prefix: str, name: str, parent: str = "", **stated: Any) -> None:
    unit = Unit.objects.create(slug=slug, prefix=prefix, code=slug)
    unit.state(on=SINCE, name=name, parent=made.get(parent), **stated)
    made[slug] = unit


def _hours(made: dict[str, Unit], parent: str, hours: dict[str, str]) -> str:
    fact = made[parent].fact(SINCE)
    return hours.get(parent) or hours[fact.parent.slug]  # type: ignore[union-attr]


def _ascii(name: str) -> str:
    return name.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})


def _kind(name: str, sector: str) -> str:
    for part, kind in (("skole", "school"), ("barnehage", "kindergarten"), ("Barnevern", "child_welfare")):
        if part in name:
            return kind
    return {"helse-og-omsorg": "health", "nav-harstad": "social", "teknisk": "technical"}.get(sector, "operation")


def agreement(made: dict[str, Unit]) -> Agreement:
    """The agreement with its partners and the two pilots that their advisers may see."""
    known = facts()["agreement"]
    agreed = Agreement.objects.create(
        title=known["title"], starts_on=known["starts_on"], scope=invented()["scope"], shared=invented()["shared"]
    )
    for row in facts()["partners"]:
        agreed.partners.add(Partner.objects.create(name=row["name"], role=row["role"]))
    for slug in facts()["pilots"]["units"]:
        AgreementUnit.objects.create(agreement=agreed, unit=made[slug])
    return agreed


def people(made: dict[str, Unit], agreed: Agreement) -> dict[str, Person]:
    """Everybody by key. Their accounts are entered by one click, and have no password."""
    return {row["key"]: _person(row, made, agreed) for row in invented()["persons"]}


def _person(row: dict[str, Any], made: dict[str, Unit], agreed: Agreement) -> Person:
    email = f"{row['key'].replace('_', '-')}@demo.example"
    account = Account.objects.create_user(f"demo-{row['key']}", email)
    account.is_demo = True
    account.save(update_fields=["is_demo"])
    person = Person.objects.create(name=row["name"], employee_number=f"D-{row['key']}", email=email)
    person.connect(account)
    for slug in row.get("at", [None]):
        with_agreement = agreed if row["role"] == RoleKind.ADVISER else None
        person.hold(row["role"], at=made.get(slug), starts_on=SINCE, agreement=with_agreement)
    return person
