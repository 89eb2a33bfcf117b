"""The domain clock, and weeks and working days as Norwegians count them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedre.kernel import clock, weeks

DATES = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


def test_the_clock_stands_at_a_date_while_the_time_of_day_runs():
    with clock.at(dt.date(2015, 1, 5)):
        assert clock.today() == dt.date(2015, 1, 5)
        assert clock.now() <= clock.now()


def test_the_clock_moves_to_a_date_that_lasts(db):
    clock.move_to(dt.date(2015, 6, 22))
    assert clock.configured() == dt.date(2015, 6, 22)


def test_the_clock_of_production_cannot_be_moved(settings):
    settings.BEDRE_CLOCK = None
    with pytest.raises(RuntimeError):
        clock.move_to(dt.date(2015, 6, 22))
    assert clock.configured() is None


def test_week_53_exists_only_in_years_that_have_it():
    assert weeks.monday(2015, 53) == dt.date(2015, 12, 28)
    with pytest.raises(ValueError):
        weeks.monday(2014, 53)


def test_the_last_days_of_december_may_belong_to_week_1():
    assert weeks.week(dt.date(2014, 12, 29)) == (2015, 1)


def test_29_february_is_a_day_like_any_other():
    assert weeks.add_workdays(dt.date(2016, 2, 26), 1) == dt.date(2016, 2, 29)


def test_working_days_jump_over_easter():
    assert weeks.add_workdays(dt.date(2015, 4, 1), 1) == dt.date(2015, 4, 7)
    assert weeks.holiday(dt.date(2015, 5, 14)) == "Kristi himmelfartsdag"


@given(DATES, st.integers(-40, 40))
def test_adding_working_days_always_lands_on_one(date, count):
    assert weeks.is_workday(weeks.add_workdays(date, count))


@given(DATES, DATES)
def test_weeks_between_are_mondays_without_a_gap(one, other):
    mondays = weeks.weeks_between(min(one, other), max(one, other))
    assert all(day.weekday() == 0 for day in mondays)
    assert all(b - a == dt.timedelta(7) for a, b in zip(mondays, mondays[1:], strict=False))
    assert mondays[0] <= min(one, other) and max(one, other) - mondays[-1] < dt.timedelta(7)
