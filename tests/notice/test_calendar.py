"""The secret calendar address: one person's dates, until it is revoked or the person leaves."""

import datetime as dt

import pytest
from django.test import Client
from icalendar import Calendar

from bedre.kernel.tenancy import active
from bedre.notice import calendar
from bedre.notice.models import CalendarFeed


@pytest.fixture
def one_date(monkeypatch):
    entry = calendar.Entry("course-1", dt.date(2015, 2, 10), dt.date(2015, 2, 11), "Kursdag 1 🌻", place="Rådhuset")
    monkeypatch.setattr(calendar, "_sources", [lambda who: [entry]])


def address(cast, secret):
    return f"/kalender/{cast.municipality.slug}/{secret}.ics"


def make(cast, person):
    with active(cast.municipality):
        return CalendarFeed.make(person)


def test_the_feed_holds_the_persons_dates(cast, one_date):
    response = Client().get(address(cast, make(cast, cast.leader)))
    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert (str(event["summary"]), event["dtstart"].dt) == ("Kursdag 1 🌻", dt.date(2015, 2, 10))


def test_a_new_address_stops_the_old_one(cast, one_date):
    old, new = make(cast, cast.leader), make(cast, cast.leader)
    assert Client().get(address(cast, old)).status_code == 404
    assert Client().get(address(cast, new)).status_code == 200


def test_the_address_stops_when_the_person_leaves(cast, one_date):
    secret = make(cast, cast.leader)
    cast.leader.left_on = dt.date(2015, 6, 1)
    with active(cast.municipality):
        cast.leader.save()
    assert Client().get(address(cast, secret)).status_code == 404


def test_the_secret_works_in_no_other_municipality(cast, one_date):
    secret = make(cast, cast.leader)
    assert Client().get(f"/kalender/{cast.elsewhere.slug}/{secret}.ics").status_code == 404


def test_only_a_hash_of_the_secret_is_kept(cast, one_date):
    secret = make(cast, cast.leader)
    with active(cast.municipality):
        assert secret not in str(CalendarFeed.objects.values_list("secret_hash", flat=True))
