"""The tree of units over time."""

import datetime as dt

import pytest

from bedre.kernel.errors import DomainError
from bedre.organisation.tree import tree

MAY = dt.date(2015, 5, 1)
JUNE = dt.date(2015, 6, 1)
JULY = dt.date(2015, 7, 1)


def test_a_rename_leaves_earlier_dates_as_they_were(harstad):
    harstad.unit.state(on=JUNE, name="Hjemmetjenesten sør")
    assert tree(MAY)[harstad.unit.pk].name == "Hjemmetjenesten 2"
    assert tree(JUNE)[harstad.unit.pk].name == "Hjemmetjenesten sør"


def test_a_move_changes_the_line_above_from_its_date(harstad):
    harstad.unit.state(on=JUNE, parent=harstad.other_unit)
    assert [node.name for node in tree(MAY).above(harstad.unit.pk)] == ["Omsorg Sør", "Helse og omsorg"]
    assert [node.name for node in tree(JUNE).above(harstad.unit.pk)] == ["Bergsodden sykehjem", "Helse og omsorg"]


def test_a_merge_takes_the_unit_out_of_the_total_from_its_date(harstad):
    harstad.unit.close(on=JUNE, into=harstad.other_unit)
    assert (len(tree(MAY).counting), len(tree(JUNE).counting)) == (4, 3)


def test_a_figure_known_earlier_still_uses_what_was_known_then(harstad):
    from django.utils import timezone

    before = timezone.now()
    harstad.unit.state(on=MAY, name="Rettet navn")
    assert tree(JUNE, known_at=before)[harstad.unit.pk].name == "Hjemmetjenesten 2"
    assert tree(JUNE)[harstad.unit.pk].name == "Rettet navn"


def test_a_unit_cannot_move_below_its_own_child(harstad):
    with pytest.raises(DomainError):
        harstad.sector.state(on=JUNE, parent=harstad.unit)


def test_a_unit_cannot_merge_into_its_own_child(harstad):
    with pytest.raises(DomainError):
        harstad.area.close(on=JUNE, into=harstad.unit)


def test_a_unit_with_open_units_below_cannot_close(harstad):
    with pytest.raises(DomainError):
        harstad.area.close(on=JUNE)


def test_a_unit_below_which_another_is_to_lie_later_cannot_close(harstad):
    harstad.unit.state(on=JULY, parent=harstad.other_unit)
    with pytest.raises(DomainError, match="under først"):
        harstad.other_unit.close(on=JUNE)


def test_a_closed_unit_stays_closed_whatever_was_stated_of_later_dates(harstad):
    harstad.unit.state(on=JULY, name="Nytt navn")
    harstad.unit.close(on=JUNE, into=harstad.other_unit)
    assert [harstad.unit.pk in tree(date) for date in (MAY, JUNE, JULY)] == [True, False, False]
    assert tree(JULY)[harstad.unit.pk].merged_into_id == harstad.other_unit.pk


def test_nothing_is_stated_of_a_unit_before_it_began(harstad):
    began = harstad.unit.facts.earliest("valid_from").valid_from
    with pytest.raises(DomainError, match="finnes ikke på den datoen"):
        harstad.unit.state(on=began - dt.timedelta(days=1), name="For tidlig")
