"""What the introduction puts on other packages' pages."""

import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils import translation

from bedre.people.access import as_person
from bedre.rollout.models import CoachVisit, Wave
from bedre.rollout.slots import from_coach, waits_for_leaders
from tests.rollout.stage import REPORT_DUE, pilot

TODAY = dt.date(2015, 6, 15)


@pytest.fixture
def asks(harstad):
    """A request as somebody: `asks("coach")`."""

    def request(name):
        found = RequestFactory().get("/")
        found.who = as_person(harstad.people[name])
        return found

    return request


def test_the_coachs_last_word_stands_where_the_meeting_is_prepared(harstad, asks):
    introduction = pilot(harstad, coach=harstad.coach)
    assert from_coach(asks("leader"), unit=harstad.unit) is None
    visit = CoachVisit.plan(introduction, on=dt.date(2015, 5, 27), by=harstad.coach)
    visit.hold(by=harstad.coach, version=1, on=visit.on, seen="", next_step="Ta tiden", next_on=dt.date(2015, 6, 17))
    _template, context = from_coach(asks("leader"), unit=harstad.unit)
    assert (context["last"].next_step, context["coming"].on) == ("Ta tiden", dt.date(2015, 6, 17))


def test_a_proposed_wave_waits_for_the_leader_group_only(harstad, asks):
    Wave.plan(name="Pulje 2", starts_on=dt.date(2015, 8, 17), report_due=dt.date(2015, 12, 18), by=harstad.coordinator)
    with translation.override("nb"):
        assert [line["title"] for line in waits_for_leaders(asks("director"))] == ["Skal Pulje 2 starte?"]
    assert waits_for_leaders(asks("coordinator")) == []


def test_an_agreement_about_to_end_waits_for_those_who_may_change_it(harstad, asks):
    harstad.agreement.write(by=harstad.coordinator, version=1, ends_on=REPORT_DUE)
    assert [line["level"] for line in waits_for_leaders(asks("coordinator"))] == ["warning"]
