"""Coverage: trained units of those that count, as of a date and as known at a moment."""

import datetime as dt

import pytest
from django.utils import timezone

from bedre.organisation.tree import tree
from bedre.rollout.coverage import Coverage, trained_on
from bedre.rollout.coverage import coverage as work_out
from bedre.rollout.models import CourseDayHeld
from bedre.rollout.queries import coverage, coverage_now, introductions
from tests.rollout.stage import COURSE, pilot, planned_course, train

DATE, TODAY = dt.date(2015, 4, 30), dt.date(2015, 6, 15)


@pytest.mark.parametrize(("trained", "percent"), [(27, "38.6"), (45, "64.3")])
def test_coverage_is_what_vestre_toten_published(trained, percent):
    found = work_out(range(trained), range(70), DATE)
    assert (found.trained, found.total, f"{found.percent:.1f}") == (trained, 70, percent)


def test_a_unit_that_does_not_count_is_in_neither_number():
    assert work_out({"a", "closed"}, {"a", "b"}, DATE) == work_out({"a"}, {"a", "b"}, DATE)


def test_coverage_of_nothing_has_no_percentage():
    assert work_out([], [], DATE).percent is None


def test_a_unit_is_trained_on_the_day_of_its_last_course_day():
    assert trained_on(4, COURSE) == COURSE[-1]
    assert trained_on(4, COURSE[:3]) is None


def test_three_of_four_course_days_do_not_count(harstad):
    train(pilot(harstad), harstad.coach, days=3)
    assert coverage(dt.date(2015, 6, 15)).trained == 0


def test_coverage_counts_from_the_day_of_the_last_course_day(harstad):
    train(pilot(harstad), harstad.coach)
    assert coverage(COURSE[-1] - dt.timedelta(days=1)).trained == 0
    assert (coverage(COURSE[-1]).trained, coverage(COURSE[-1]).total) == (1, 4)


def test_what_was_recorded_later_was_not_known_before(harstad):
    course = train(pilot(harstad), harstad.coach)
    now = timezone.now()
    CourseDayHeld.objects.filter(course_day=course[3]).update(recorded_at=now + dt.timedelta(hours=1))
    assert coverage(COURSE[-1], known_at=now).trained == 0
    assert coverage(COURSE[-1], known_at=now + dt.timedelta(hours=2)).trained == 1


def test_a_correction_does_not_change_what_was_known_before_it(harstad):
    course = train(pilot(harstad), harstad.coach)
    before = timezone.now()
    course[3].not_held(by=harstad.coach)
    assert coverage(COURSE[-1]).trained == 0
    assert coverage(COURSE[-1], known_at=before).trained == 1


def test_a_closed_unit_still_counts_as_of_the_date_before(harstad):
    train(pilot(harstad), harstad.coach)
    harstad.unit.close(on=dt.date(2015, 5, 1), by=harstad.administrator)
    assert (coverage(DATE).trained, coverage(DATE).total) == (1, 4)
    assert (coverage(dt.date(2015, 5, 1)).trained, coverage(dt.date(2015, 5, 1)).total) == (0, 3)


def test_coverage_takes_three_queries_however_many_units(harstad, django_assert_num_queries):
    planned_course(pilot(harstad), harstad.coach)
    train(pilot(harstad, harstad.nav), harstad.coach)
    with django_assert_num_queries(3):
        coverage(DATE)


def test_the_coverage_from_plans_already_read_is_the_same_figure(harstad):
    train(pilot(harstad), harstad.coordinator)
    train(pilot(harstad, harstad.nav), harstad.coordinator, days=3)
    harstad.other_unit.state(on=dt.date(2015, 5, 1), counts_in_total=False)
    assert coverage_now(introductions(), tree(TODAY)) == coverage(TODAY) == Coverage(1, 3, TODAY)
