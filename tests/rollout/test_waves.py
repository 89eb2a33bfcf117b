"""A wave is proposed by the coordinator and decided by the leader group."""

import datetime as dt

import pytest

from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event
from bedre.people.access import as_person
from bedre.rollout.links import to
from bedre.rollout.models import CoachVisit, Wave
from bedre.rollout.queries import waiting, waves
from tests.rollout.stage import REPORT_DUE, pilot, pilots, train

TODAY = dt.date(2015, 6, 15)


def test_a_wave_waits_for_the_leader_group_until_it_is_decided(harstad):
    wave = pilots(harstad)
    assert [thing.url for thing in waiting(as_person(harstad.director))] == [to("wave", wave.pk)]
    assert waiting(as_person(harstad.coach)) == []
    wave.decide(by=harstad.director, on=TODAY)
    assert (wave.state, waiting(as_person(harstad.director))) == ("decided", [])
    assert Event.objects.filter(verb="wave.decided", subject_id=wave.pk, actor=harstad.director).count() == 1


def test_a_wave_is_sent_back_only_with_a_reason_and_can_be_proposed_again(harstad):
    wave = pilots(harstad)
    with pytest.raises(DomainError):
        wave.decide(by=harstad.director, on=TODAY, yes=False, reason="  ")
    wave.decide(by=harstad.director, on=TODAY, yes=False, reason="Vent til etter sommeren")
    assert wave.state == "sent_back"
    wave.propose_again(by=harstad.coordinator)
    assert Wave.objects.get(pk=wave.pk).state == "proposed"


def test_a_report_cannot_be_due_before_the_wave_starts(harstad):
    with pytest.raises(DomainError):
        Wave.plan(name="Pilotene", starts_on=REPORT_DUE, report_due=dt.date(2015, 1, 5), by=harstad.coordinator)


def test_the_second_of_two_who_change_a_wave_is_told(harstad):
    wave = pilots(harstad)
    Wave.objects.get(pk=wave.pk).write(by=harstad.coordinator, version=1, name="Bølge 1: pilotene")
    with pytest.raises(StaleError) as told:
        wave.write(by=harstad.director, version=1, name="Piloter")
    assert told.value.current.name == "Bølge 1: pilotene"


def test_a_wave_sums_up_its_units(harstad):
    train(pilot(harstad), harstad.coach)
    pilot(harstad, harstad.nav)
    [summary] = waves()
    assert (len(summary.rows), summary.trained, summary.standing) == (2, 1, 0)


def test_waves_take_the_same_number_of_queries_for_one_unit_and_three(harstad, django_assert_num_queries):
    for unit in (harstad.unit, harstad.nav, harstad.other_unit):
        introduction = pilot(harstad, unit)
        train(introduction, harstad.coach)
        CoachVisit.plan(introduction, on=TODAY, by=harstad.coach).hold(by=harstad.coach, version=1, on=TODAY, seen="")
        with django_assert_num_queries(5):
            waves()
    with django_assert_num_queries(5):
        waves()
