"""The cast that all tests share: Harstad with its units and one person in each role, and a second municipality.

Harstad kommune
  Helse og omsorg (sector)
    Omsorg Sør (operation, counts)
      Hjemmetjenesten 2 (department, counts)   ← the unit: leader, deputy, team, employee, union_rep, safety_rep, coach
    Bergsodden sykehjem (operation, counts)     ← the other unit: other_leader, other_employee
  NAV (sector)
    NAV flyktningetjenesten (department, counts)
Vestvågøy kommune                               ← the other municipality: stranger (unit leader there)
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from bedre.kernel.tenancy import active
from bedre.organisation.models import (
    Agreement,
    AgreementUnit,
    HoursPerFte,
    Municipality,
    MunicipalityNumber,
    Partner,
    Unit,
)
from bedre.people.models import Account, Person, RoleKind

START = dt.date(2014, 1, 1)
TODAY = dt.date(2015, 6, 15)

AT_UNIT = {
    "leader": RoleKind.UNIT_LEADER,
    "deputy": RoleKind.DEPUTY,
    "team": RoleKind.IMPROVEMENT_TEAM,
    "employee": RoleKind.EMPLOYEE,
    "union_rep": RoleKind.UNION_REP,
    "safety_rep": RoleKind.SAFETY_REP,
    "coach": RoleKind.COACH,
}
IN_MUNICIPALITY = {
    "coordinator": RoleKind.COORDINATOR,
    "director": RoleKind.LEADER_GROUP,
    "chief_union_rep": RoleKind.CHIEF_UNION_REP,
    "controller": RoleKind.CONTROLLER,
    "politician": RoleKind.POLITICIAN,
    "administrator": RoleKind.ADMINISTRATOR,
    "visitor": RoleKind.VISITOR,
}
AT_OTHER = {"other_leader": RoleKind.UNIT_LEADER, "other_employee": RoleKind.EMPLOYEE}


@dataclass
class Cast:
    """What the story's persons and units are called in tests."""

    municipality: Municipality
    unit: Unit
    other_unit: Unit
    nav: Unit
    sector: Unit
    area: Unit
    agreement: Agreement
    people: dict[str, Person] = field(default_factory=dict)
    elsewhere: Municipality | None = None
    elsewhere_unit: Unit | None = None

    def __getattr__(self, name: str) -> Person:
        """`cast.leader` is the person in that role."""
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None


def make_cast() -> Cast:
    """Set the stage in the database."""
    harstad = make_municipality("harstad", "Harstad", "Harstad - Hárstták", "1903")
    with active(harstad):
        sector = make_unit("helse-og-omsorg", "HO", "Helse og omsorg", kind="sector")
        area = make_unit("omsorg-sor", "OS", "Omsorg Sør", sector, counts_in_total=True)
        unit = make_unit(
            "hjemmetjenesten-2", "HT2", "Hjemmetjenesten 2", area, kind="department", counts_in_total=True, headcount=24
        )
        other = make_unit("bergsodden-sykehjem", "BS", "Bergsodden sykehjem", sector, counts_in_total=True, headcount=60)
        nav_sector = make_unit("nav", "NAV", "NAV Harstad", kind="sector")
        nav = make_unit(
            "nav-flyktningetjenesten", "NF", "NAV flyktningetjenesten", nav_sector, counts_in_total=True, headcount=12
        )
        partner = Partner.objects.create(name="SINTEF Raufoss Manufacturing")
        agreement = Agreement.objects.create(title="Samarbeidsavtale", starts_on=dt.date(2015, 1, 5))
        agreement.partners.add(partner)
        AgreementUnit.objects.create(agreement=agreement, unit=unit)
        cast = Cast(harstad, unit, other, nav, sector, area, agreement)
        for roles, at in ((AT_UNIT, unit), (IN_MUNICIPALITY, None), (AT_OTHER, other)):
            for name, kind in roles.items():
                cast.people[name] = make_person(name, kind, at)
        cast.people["adviser"] = make_person("adviser", RoleKind.ADVISER, None)
        cast.people["adviser"].roles.update(agreement=agreement)
    cast.elsewhere = make_municipality("vestvagoy", "Vestvågøy", "Vestvågøy", "1860")
    with active(cast.elsewhere):
        cast.elsewhere_unit = make_unit("leknes-skole", "LS", "Leknes skole", kind="school", counts_in_total=True)
        cast.people["stranger"] = make_person("stranger", RoleKind.UNIT_LEADER, cast.elsewhere_unit)
    return cast


def make_municipality(slug: str, name: str, official: str, number: str) -> Municipality:
    """A municipality with its number and the public hours per årsverk."""
    municipality = Municipality.objects.create(slug=slug, name=name, name_official=official)
    with active(municipality):
        MunicipalityNumber.objects.create(number=number, valid_from=START)
        for kind, hours in HoursPerFte.PUBLIC_VALUES.items():
            HoursPerFte.objects.create(kind=kind, hours=hours)
    return municipality


def make_unit(slug: str, prefix: str, name: str, parent: Unit | None = None, **fields) -> Unit:
    """A unit that has existed since the start."""
    unit = Unit.objects.create(slug=slug, prefix=prefix, code=slug)
    unit.state(on=START, name=name, parent=parent, **fields)
    return unit


def make_person(name: str, kind: str, at: Unit | None) -> Person:
    """A person who signs in as `name` and holds one role."""
    person = Person.objects.create(name=name.replace("_", " ").capitalize(), employee_number=name, email=f"{name}@example.org")
    person.connect(Account.objects.create_user(name, f"{name}@example.org"))
    person.hold(kind, at=at, starts_on=START)
    return person
