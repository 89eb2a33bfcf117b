"""An import of units: fates, faults, all or nothing, and the same file twice."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from bedre.exchange.plan import Plan
from bedre.exchange.run import make_plan, read_rows, write
from bedre.organisation.tree import tree
from tests.cast import TODAY

from .files import UNITS, excel


def plan(rows: list[list]) -> Plan:
    return make_plan("units", read_rows("units", "e.xlsx", excel(rows)), TODAY)


def bring_in(rows: list[list]) -> None:
    write("units", plan(rows), on=TODAY, by=None)


def faults(rows: list[list]) -> dict[int, list[str]]:
    return {fate.row: [column for column, _sentence in fate.faults] for fate in plan(rows).fates if fate.faults}


def test_new_units_come_into_the_tree_with_parents_whatever_the_order(harstad):
    bring_in([UNITS[0], UNITS[3], UNITS[2], UNITS[1]])
    found = {node.name: node for node in tree(TODAY)}
    assert found["Ihle skole"].parent_id == found["Oppvekst"].id
    assert (found["Ihle skole"].headcount, found["Ihle skole"].fte, found["Ihle skole"].counts_in_total) == (
        31,
        Decimal("24.5"),
        True,
    )
    assert (found["Ihle skole"].slug, found["Ihle skole"].prefix, found["Ihle skole"].kind) == ("ihle-skole", "IS", "school")


def test_the_same_file_twice_changes_nothing(harstad):
    bring_in(UNITS)
    again = plan(UNITS)
    assert dict(again.counts) == {"same": 3} and again.do == {}


def test_a_change_tells_what_and_yesterday_keeps_what_it_was(harstad):
    bring_in(UNITS)
    changed = [UNITS[0], UNITS[1], ["11", "Ihle skole og SFO", "", "Skole", "ja", 33, "24,5"], UNITS[3]]
    fate = plan(changed).fates[1]
    assert fate.what == [["Navn", "Ihle skole", "Ihle skole og SFO"], ["Over", "10", "tom"], ["Ansatte", "31", "33"]]
    later = TODAY + dt.timedelta(days=30)
    write("units", make_plan("units", read_rows("units", "e.xlsx", excel(changed)), later), on=later, by=None)
    assert tree(later).by_slug["ihle-skole"].name == "Ihle skole og SFO"
    assert tree(TODAY).by_slug["ihle-skole"].name == "Ihle skole"


def test_two_units_can_change_places_in_one_file(harstad):
    heading = ["Kode", "Navn", "Over"]
    bring_in([heading, ["a", "A", ""], ["b", "B", "a"]])
    bring_in([heading, ["a", "A", "b"], ["b", "B", ""]])
    found = tree(TODAY).by_slug
    assert (found["a"].parent_id, found["b"].parent_id) == (found["b"].id, None)


def test_every_fault_is_told_by_row_and_column(harstad):
    rows = [
        UNITS[0],
        ["", "Uten kode", "", "Skole", "ja", "", ""],
        ["21", "", "", "Skole", "ja", "", ""],
        ["22", "Ukjent type", "", "Romskip", "kanskje", "mange", "1,2,3"],
        ["23", "Ingen over", "finnes-ikke", "", "", "", ""],
        ["24", "Seg selv", "24", "", "", "", ""],
        ["25", "Rundt", "26", "", "", "", ""],
        ["26", "Rundt", "25", "", "", "", ""],
        ["27", "To ganger", "", "", "", 2.5, -1],
        ["27", "To ganger", "", "", "", "", ""],
    ]
    assert faults(rows) == {
        2: ["Kode"], 3: ["Navn"], 4: ["Type", "Teller", "Ansatte", "Årsverk"], 5: ["Over"], 6: ["Over"], 7: ["Over"], 8: ["Over"],
        9: ["Kode", "Ansatte", "Årsverk"], 10: ["Kode"],
    }  # fmt: skip


def test_columns_that_are_not_there_leave_things_as_they_are(harstad):
    bring_in(UNITS)
    bring_in([["Kode", "Navn"], ["11", "Ihle"]])
    node = tree(TODAY).by_slug["ihle-skole"]
    assert (node.name, node.kind, node.headcount, node.counts_in_total) == ("Ihle", "school", 31, True)
    assert tree(TODAY)[node.parent_id].name == "Oppvekst"


def test_a_unit_whose_name_is_a_page_gets_another_address(harstad):
    bring_in([["Kode", "Navn"], ["1", "Enheter"], ["2", "Enheter"]])
    assert {node.slug for node in tree(TODAY) if node.name == "Enheter"} == {"enheter-2", "enheter-3"}
