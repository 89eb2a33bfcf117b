"""An import of people: the employee number is the key, roles come along, and thousands go fast."""

from __future__ import annotations

import datetime as dt

import pytest

from bedre.exchange.plan import Plan
from bedre.exchange.run import make_plan, read_rows, write
from bedre.kernel.models import Event
from bedre.people.models import Person, Role, RoleKind
from tests.cast import TODAY
from tests.counting import questions

from .files import PEOPLE, excel, text


def plan(rows: list[list]) -> Plan:
    return make_plan("people", read_rows("people", "folk.xlsx", excel(rows)), TODAY)


def bring_in(rows: list[list]) -> None:
    write("people", plan(rows), on=TODAY, by=None)


def roles_of(number: str) -> set[tuple[str, str]]:
    held = Role.objects.filter(person__employee_number=number).select_related("unit")
    return {(role.kind, role.unit.slug if role.unit else "") for role in held if role.in_force(TODAY)}


def test_people_come_in_with_their_roles(harstad):
    bring_in(PEOPLE)
    assert roles_of("1001") == {("unit_leader", "bergsodden-sykehjem")}
    assert roles_of("1002") == {("employee", "bergsodden-sykehjem")}
    assert roles_of("1003") == {("coordinator", "")}
    assert (
        Event.objects.filter(
            verb="role.given", subject_id__in=Role.objects.filter(person__employee_number="1001").values("id")
        ).count()
        == 1
    )


def test_the_same_file_twice_changes_nothing(harstad):
    bring_in(PEOPLE)
    before = (Person.objects.count(), Role.objects.count(), Event.objects.count())
    again = plan(PEOPLE)
    assert dict(again.counts) == {"same": 3}
    write("people", again, on=TODAY, by=None)
    assert (Person.objects.count(), Role.objects.count(), Event.objects.count()) == before


def test_another_unit_ends_the_role_at_the_first_and_leaves_other_roles_alone(harstad):
    bring_in([PEOPLE[0], ["employee", "Employee", "", "bergsodden-sykehjem", ""], ["coach", "Coach", "", "", ""]])
    assert roles_of("employee") == {("employee", "bergsodden-sykehjem")}
    assert roles_of("coach") == {("coach", "hjemmetjenesten-2")}
    ended = Role.objects.get(person=harstad.employee, unit=harstad.unit)
    assert ended.ends_on == TODAY


def test_a_role_that_begins_later_anyway_is_given_until_then(harstad):
    later = TODAY + dt.timedelta(days=40)
    harstad.visitor.write(by=None, employee_number="visitor")
    harstad.visitor.hold("union_rep", at=harstad.unit, starts_on=later)
    bring_in([PEOPLE[0], ["visitor", "Visitor", "", "hjemmetjenesten-2", "Tillitsvalgt"]])
    held = harstad.visitor.roles.filter(kind="union_rep").order_by("starts_on")
    assert [(role.starts_on, role.ends_on) for role in held] == [(TODAY, later), (later, None)]


def test_a_change_tells_what(harstad):
    fate = plan([PEOPLE[0], ["leader", "Nytt Navn", "leader@example.org", "hjemmetjenesten-2", "Enhetsleder"]]).fates[0]
    assert (fate.fate, fate.what) == ("changed", [["Navn", "Leader", "Nytt Navn"]])


def test_a_new_person_is_shown_with_the_roles_that_come_along(harstad):
    assert [fate.what for fate in plan(PEOPLE).fates] == [
        [["Rolle", "", "Enhetsleder, Bergsodden sykehjem"]],
        [["Rolle", "", "Ansatt, Bergsodden sykehjem"]],
        [["Rolle", "", "Koordinator"]],
    ]


def test_somebody_who_left_comes_back(harstad):
    harstad.employee.leave(on=TODAY, by=None)
    bring_in([PEOPLE[0], ["employee", "Employee", "employee@example.org", "hjemmetjenesten-2", ""]])
    harstad.employee.refresh_from_db()
    assert harstad.employee.left_on is None
    assert ("employee", "hjemmetjenesten-2") in roles_of("employee")


def test_every_fault_is_told_by_row_and_column_and_nothing_is_planned(harstad):
    rows = [
        [*PEOPLE[0], "Språk"],
        ["", "Uten nummer", "", "", "", ""],
        ["2", "", "ikke en adresse", "finnes-ikke", "Keiser", "gresk"],
        ["3", "Leder uten enhet", "", "", "Enhetsleder", ""],
        ["4", "Rådgiver", "", "", "Rådgiver", ""],
        ["5", "To ganger", "", "", "", ""],
        ["5", "To ganger", "", "", "", ""],
    ]
    found = plan(rows)
    assert {fate.row: [column for column, _sentence in fate.faults] for fate in found.fates} == {
        2: ["Ansattnummer"], 3: ["Navn", "E-post", "Språk", "Rolle", "Enhet"], 4: ["Enhet"], 5: ["Rolle"], 6: ["Ansattnummer"],
        7: ["Ansattnummer"],
    }  # fmt: skip
    assert found.faulty and found.do == {}


@pytest.mark.slow
def test_five_thousand_people_take_few_queries(harstad):
    rows = [PEOPLE[0], *([str(n), f"Ansatt {n}", f"a{n}@example.org", "bergsodden-sykehjem", ""] for n in range(5000))]
    data = text(rows)
    with questions() as asked:
        write("people", make_plan("people", read_rows("people", "folk.csv", data), TODAY), on=TODAY, by=None)
    assert Role.objects.filter(kind=RoleKind.EMPLOYEE, unit=harstad.other_unit).count() == 5001
    assert len(asked) < 300
