"""Dates: suggested from the course weeks, moved by working days, never on a public holiday."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from bedre.kernel.weeks import is_workday, next_workday, week
from bedre.rollout.schedule import course_dates, distance, shifted, suggest, working_span
from tests.rollout.stage import OUTLINE, REPORT_DUE, WEEK_7

DATES = st.dates(dt.date(2012, 1, 1), dt.date(2030, 12, 31))


def test_course_days_fall_two_a_week_in_weeks_7_and_8_of_2015():
    dates = course_dates(WEEK_7, 4)
    assert [(week(date)[1], date.isoweekday()) for date in dates] == [(7, 2), (7, 4), (8, 2), (8, 4)]


def test_course_days_pass_over_easter_and_the_17th_of_may():
    assert course_dates(dt.date(2015, 3, 30), 4) == [
        dt.date(2015, 3, 31), dt.date(2015, 4, 7), dt.date(2015, 4, 9), dt.date(2015, 4, 14)
    ]  # fmt: skip
    assert dt.date(2015, 5, 14) not in course_dates(dt.date(2015, 5, 11), 8)


@given(DATES, st.integers(1, 12), st.integers(1, 5))
def test_course_dates_are_distinct_working_days_in_order(first, days, per_week):
    dates = course_dates(first, days, per_week)
    assert len(set(dates)) == days and dates == sorted(dates) and all(is_workday(date) for date in dates)


def test_the_suggestion_follows_the_case_of_the_pilots():
    weeks = {
        key: (week(first)[1], week(last)[1]) for key, (first, last) in suggest(OUTLINE.of_unit, WEEK_7, REPORT_DUE).items()
    }
    assert weeks["leader_preparation"] == (4, 5)
    assert weeks["information_meeting"] == (6, 6)
    assert weeks["course_days"] == (7, 8)
    assert weeks["board_start"] == (9, 9)
    assert weeks["guidance"] == (10, 27)
    assert weeks["report"] == (23, 27)
    assert suggest(OUTLINE.of_unit, WEEK_7, REPORT_DUE)["report"][1] == REPORT_DUE


@given(DATES, DATES)
def test_a_suggested_span_is_never_empty_and_lies_on_working_days(first, last):
    start, end = working_span(*sorted((first, last)))
    assert start <= end and is_workday(start) and is_workday(end)


@given(DATES, DATES)
def test_distance_backwards_is_the_negative_of_distance_forwards(a, b):
    assert distance(a, b) == -distance(b, a)


@given(DATES.map(next_workday), st.integers(-60, 60))
def test_what_is_moved_lands_that_many_working_days_away(date, days):
    move = shifted("step", (date, date), days)
    assert is_workday(move.to[0]) and distance(date, move.to[0]) == days


@given(DATES.map(next_workday), st.integers(0, 20), st.integers(-40, 40))
def test_moving_keeps_the_length_in_working_days(date, length, days):
    span = shifted("", (date, date), length).to[0]
    move = shifted("step", (date, span), days)
    assert distance(*move.to) == distance(date, span)
