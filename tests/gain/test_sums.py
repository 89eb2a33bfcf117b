"""Sums of gains as of a date."""

import datetime as dt
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedre.gain.fte import Factor
from bedre.gain.sums import Amount, Check, Dated, GainFacts, by_state, months_after, ratio, standing, steps, totals

FACTOR = Factor(D(1695), D(46))
START = dt.date(2015, 1, 1)
KNOWN = dt.datetime(2015, 1, 1, tzinfo=dt.UTC)


def day(number: int) -> dt.date:
    return START + dt.timedelta(number)


def fact(number: int) -> Dated:
    return Dated(day(number), KNOWN + dt.timedelta(number))


def check(number: int, answer: str = "yes", hours: D | None = None) -> Check:
    return Check(day(number), KNOWN + dt.timedelta(number), None, answer, hours)


def gain(hours="5", agreed=None, checks=(), lapsed=None, **more) -> GainFacts:
    agreements = () if agreed is None else (fact(agreed),)
    lapses = () if lapsed is None else (fact(lapsed),)
    return GainFacts(D(hours), FACTOR, fact(0), agreements, tuple(checks), lapses, **more)


def test_time_that_is_found_counts_as_found_only():
    total = totals([gain()], day(10))
    assert (total.identified.hours_per_week, total.agreed.hours_per_week) == (5, 0)


def test_nothing_is_realised_without_an_agreement():
    assert totals([gain(checks=[check(5)])], day(10)).realised == Amount()


def test_a_yes_realises_what_was_agreed():
    assert standing(gain(agreed=2, checks=[check(30)]), day(30)).state == "realised"


def test_partly_realises_its_hours_and_never_more_than_was_found():
    assert totals([gain(agreed=1, checks=[check(9, "partly", D(2))])], day(9)).realised.hours_per_week == 2
    assert totals([gain(agreed=1, checks=[check(9, "partly", D(99))])], day(9)).realised.hours_per_week == 5


def test_partly_without_hours_counts_nothing_and_is_told():
    total = totals([gain(agreed=1, checks=[check(9, "partly")])], day(9))
    assert (total.realised.hours_per_week, total.not_counted) == (0, 1)


def test_a_no_takes_it_back_from_that_date():
    g = gain(agreed=1, checks=[check(30), check(60, "no")])
    assert [standing(g, day(n)).state for n in (30, 59, 60)] == ["realised", "realised", "being_realised"]


def test_still_yes_after_six_months_is_secured():
    g = gain(agreed=1, checks=[check(30), check(211)])
    assert [standing(g, day(n)).state for n in (30, 210, 211)] == ["realised", "realised", "secured"]


def test_the_six_months_begin_anew_after_a_no():
    g = gain(agreed=1, checks=[check(0), check(100, "no"), check(150), check(200)])
    assert standing(g, day(200)).state == "realised"


def test_a_lapsed_gain_counts_nowhere_from_its_date():
    g = gain(agreed=1, checks=[check(30)], lapsed=40)
    assert totals([g], day(39)).realised.hours_per_week == 5
    assert totals([g], day(40)).identified.hours_per_week == 0


def test_one_off_hours_stay_hours():
    total = totals([gain("120", one_off=True)], day(1)).identified
    assert (total.one_off_hours, total.hours_per_week, total.fte) == (120, 0, 0)


def test_a_figure_known_earlier_is_not_moved_by_what_came_later():
    late = Check(day(9), KNOWN + dt.timedelta(50), None, "yes", None)
    g = gain(agreed=1, checks=[late])
    assert totals([g], day(9), KNOWN + dt.timedelta(20)).realised.hours_per_week == 0
    assert totals([g], day(9)).realised.hours_per_week == 5


def test_published_shares():
    assert round(ratio(D("21.5"), D(33)) * 100, 1) == D("65.2")
    assert round(ratio(D("36.3"), D("49.4")) * 100, 1) == D("73.5")


@pytest.mark.parametrize(
    ("start", "later"),
    [
        ((2015, 8, 31), (2016, 2, 29)),
        ((2015, 6, 10), (2015, 12, 10)),
        ((2015, 12, 31), (2016, 6, 30)),
        ((2016, 2, 29), (2016, 8, 29)),
    ],
)
def test_six_months_later(start, later):
    assert months_after(dt.date(*start), 6) == dt.date(*later)


def test_the_lines_have_a_step_on_each_date_that_something_changed():
    lines = steps([gain(agreed=2, checks=[check(5)])], day(0), day(9)).lines
    assert lines["realised"] == [(day(0), 0), (day(2), 0), (day(5), 5), (day(9), 5)]


checks = st.lists(
    st.builds(check, st.integers(0, 500), st.sampled_from(["yes", "partly", "no"]), st.none() | st.decimals(0, 40, places=1)),
    max_size=5,
)
gains = st.lists(
    st.builds(gain, st.decimals("0.1", 40, places=1), st.none() | st.integers(0, 300), checks, st.none() | st.integers(0, 500)),
    max_size=6,
)


@given(gains, st.integers(0, 600))
def test_identified_is_never_less_than_agreed_nor_realised_nor_secured(rows, number):
    total = totals(rows, day(number))
    hours = [getattr(total, name).hours_per_week for name in ("identified", "agreed", "realised", "secured")]
    assert hours == sorted(hours, reverse=True)


@given(gains, st.integers(0, 600))
def test_every_gain_stands_in_one_state(rows, number):
    assert sum(by_state(rows, day(number)).values()) == len(rows)


@given(gains, gains, st.integers(0, 600))
def test_sums_add_up_over_units(some, others, number):
    together, apart = totals(some + others, day(number)), (totals(some, day(number)), totals(others, day(number)))
    assert together.realised.hours_per_week == sum(t.realised.hours_per_week for t in apart)
    assert together.identified.gains == sum(t.identified.gains for t in apart)
