"""Study visits: two directions, two counters."""

import datetime as dt

import pytest

from bedre.kernel.errors import DomainError, StaleError
from bedre.learning.models import StudyVisit
from bedre.learning.queries import counters as counted
from bedre.learning.visits import Contact, counters

NOV = dt.date(2014, 11, 17)
TODAY = dt.date(2015, 6, 15)


def test_contacts_and_visits_are_two_counters():
    rows = [Contact("Vestvågøy", NOV, TODAY), Contact("Bodø kommune", NOV), Contact("bodø", TODAY), Contact("Narvik", TODAY)]
    assert (counters(rows, TODAY).in_contact, counters(rows, TODAY).visited) == (3, 1)
    assert (counters(rows, NOV).in_contact, counters(rows, NOV).visited) == (2, 0)


def test_our_own_visit_to_others_counts_in_neither(harstad):
    visit = StudyVisit.note(
        direction="we_visited", organisation="Vestre Toten kommune", contact_on=NOV, by=harstad.coordinator, who="Hele ledergruppen",
        units_elsewhere="Ihle skole, Raufosstun sykehjem",
    )  # fmt: skip
    visit.hold(by=harstad.coordinator, on=NOV, people=10)
    assert (visit.state, counted(TODAY).in_contact, counted(TODAY).visited) == ("visited", 0, 0)


def test_somebody_in_contact_becomes_a_visitor(harstad):
    visit = StudyVisit.note(
        direction="visited_us", organisation="Vestvågøy", contact_on=NOV, by=harstad.coordinator, units=[harstad.unit]
    )
    assert (visit.state, counted(TODAY).in_contact, counted(TODAY).visited) == ("contact", 1, 0)
    visit.hold(by=harstad.coordinator, on=TODAY, people=14)
    assert (visit.state, counted(TODAY).in_contact, counted(TODAY).visited) == ("visited", 1, 1)
    assert counted(TODAY - dt.timedelta(days=1)).visited == 0


def test_a_visit_does_not_come_before_the_contact_or_without_people(harstad):
    visit = StudyVisit.note(direction="visited_us", organisation="Bodø", contact_on=TODAY, by=harstad.coordinator)
    with pytest.raises(DomainError):
        visit.hold(by=harstad.coordinator, on=NOV, people=3)
    with pytest.raises(DomainError):
        visit.hold(by=harstad.coordinator, on=TODAY, people=0)


def test_two_who_write_on_a_visit_do_not_overwrite_each_other(harstad):
    visit = StudyVisit.note(direction="visited_us", organisation="Bodø", contact_on=TODAY, by=harstad.coordinator)
    StudyVisit.objects.get().write(by=harstad.director, version=1, programme="Omvisning")
    with pytest.raises(StaleError):
        visit.write(by=harstad.coordinator, version=1, programme="Lunsj")
