"""Hours and årsverk, against published figures."""

from decimal import Decimal as D

import pytest

from bedre.gain import fte

OFFICE = D(1695)


@pytest.mark.parametrize(
    ("per_week", "weeks", "årsverk"),
    [("6.5", 52, "0.199"), ("6.5", 46, "0.176"), ("8", 52, "0.245"), ("10", 52, "0.307")],
)
def test_published_hours_a_week_become_published_årsverk(per_week, weeks, årsverk):
    assert round(fte.fte(fte.yearly(D(per_week), D(weeks)), OFFICE), 3) == D(årsverk)


def test_notices_of_teachers_in_telemark():
    hours = fte.yearly_from_all_occurrences(D(25), D(14_000))
    assert (round(hours), round(fte.fte(hours, OFFICE), 2)) == (5833, D("3.44"))


def test_the_morning_meeting():
    assert fte.weekly_from_occurrences(D(15), 4, D(5)) == 5


def test_once_per_person():
    assert fte.yearly_from_person_occurrences(D(30), D(12), 10) == 60
