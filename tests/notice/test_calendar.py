"""The secret calendar address: one person's dates as Outlook and Google read them, until it is revoked or the person leaves."""

import datetime as dt

import pytest
from django.test import Client
from icalendar import Calendar

from bedre.board.models import Meeting, Rhythm
from bedre.kernel.tenancy import active
from bedre.learning.models import StudyVisit
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.notice.models import CalendarFeed
from bedre.rollout.adopted import present
from bedre.rollout.models import Briefing, CoachVisit, Introduction, Wave
from tests.cast import TODAY
from tests.rollout.stage import REPORT_DUE, WEEK_7

UNIT = "Hjemmetjenesten 2"


@pytest.fixture
def stage(cast):
    """The pilot on its way: course days, a visit, board meetings, a briefing, a study visit, and all their deadlines."""
    with active(cast.municipality):
        wave = Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 12), report_due=REPORT_DUE, by=cast.coordinator)
        wave.decide(by=cast.director, on=dt.date(2015, 1, 12))
        [introduction] = wave.take_in([cast.unit], outline=present(), course_week=WEEK_7, coach=cast.coach, by=cast.coordinator)
        day = introduction.course_days.get(number=1)
        day.write(by=cast.coach, version=None, starts_at=dt.time(9), ends_at=dt.time(15), place="Rådhuset", topics="Sløsing 🌻")
        CoachVisit.plan(introduction, on=dt.date(2015, 6, 17), by=cast.coach)
        Rhythm.settle(unit=cast.unit, weekday=0, at=dt.time(13, 30), valid_from=dt.date(2015, 6, 1), by=cast.leader)
        Briefing.plan(audience="politicians", on=dt.date(2015, 6, 16), by=cast.coordinator, name="Formannskapet")
        StudyVisit.note(
            direction="visited_us", organisation="Bodø", contact_on=dt.date(2015, 6, 1), planned_on=dt.date(2015, 9, 1), by=None
        )
    return cast


def address(cast, secret):
    return f"/kalender/{cast.municipality.slug}/{secret}.ics"


def make(cast, person):
    with active(cast.municipality):
        return CalendarFeed.make(person)


def events(cast, name):
    """The events of a person's feed, by summary."""
    response = Client().get(address(cast, make(cast, cast.people[name])))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(event["summary"]): event for event in Calendar.from_ical(response.content).walk("VEVENT")}


def test_meetings_are_called_what_the_method_calls_them(stage):
    with active(stage.municipality):
        own = catalog.text().replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')
        MethodVersion.keep(own, by=None).adopt(on=TODAY, by=None)
    assert f"Forbedringsmøte, {UNIT}" in events(stage, "leader")


def test_a_leader_gets_course_days_visits_meetings_and_deadlines_of_the_own_unit(stage):
    found = {(title.split(" ")[0], str(event["dtstart"].dt)[:10]) for title, event in events(stage, "leader").items()}
    assert {
        ("Kursdag", "2015-02-10"), ("Veiledningsbesøk,", "2015-06-17"), ("Frist:", "2015-06-30"),
    } <= found  # fmt: skip
    assert any(title == f"Tavlemøte, {UNIT}" for title in events(stage, "leader"))


def test_a_coordinator_gets_briefings_reports_and_study_visits_but_nobodys_board_meetings(stage):
    titles = set(events(stage, "coordinator"))
    assert {"Orientering: Formannskapet", "Frist: Rapport, Pilotene", "Studiebesøk: Bodø"} <= titles
    assert f"Tavlemøte, {UNIT}" not in titles


@pytest.mark.parametrize("name", ["other_employee", "politician", "visitor", "controller"])
def test_nobody_gets_the_dates_of_units_that_are_not_theirs(stage, name):
    assert events(stage, name) == {}


def test_an_advisers_calendar_is_empty_from_the_day_the_agreement_ends(stage):
    assert f"Veiledningsbesøk, {UNIT}" in events(stage, "adviser")
    with active(stage.municipality):
        stage.agreement.end(on=dt.date(2015, 6, 15), by=stage.coordinator)
    assert events(stage, "adviser") == {}


def test_what_has_a_time_is_in_utc_and_blocks_it(stage):
    event = events(stage, "leader")[f"Kursdag 1, {UNIT}"]
    assert event["dtstart"].to_ical() == b"20150210T080000Z" and event["dtend"].to_ical() == b"20150210T140000Z"
    assert (str(event["transp"]), str(event["location"])) == ("OPAQUE", "Rådhuset")
    assert str(event["description"]).startswith("Sløsing 🌻")


def test_a_whole_day_is_a_date_ends_the_day_after_and_blocks_nothing(stage):
    event = events(stage, "leader")[f"Veiledningsbesøk, {UNIT}"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2015, 6, 17), dt.date(2015, 6, 18))
    assert str(event["transp"]) == "TRANSPARENT"


def test_every_event_has_what_calendar_programs_ask_for(stage):
    body = Client().get(address(stage, make(stage, stage.leader))).content
    calendar = Calendar.from_ical(body)
    found = calendar.walk("VEVENT")
    assert (str(calendar["method"]), str(calendar["calscale"]), str(calendar["x-wr-timezone"])) == (
        "PUBLISH", "GREGORIAN", "Europe/Oslo",
    )  # fmt: skip
    assert len({str(event["uid"]) for event in found}) == len(found)
    assert all(event["dtstamp"].to_ical().endswith(b"Z") for event in found)
    assert all(str(event["url"]).startswith("http://testserver/harstad/") for event in found)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert not calendar.errors and not any(event.errors for event in found)


def test_an_event_keeps_its_key_when_it_moves(stage):
    before = events(stage, "leader")[f"Kursdag 1, {UNIT}"]["uid"]
    with active(stage.municipality):
        guidance = Introduction.objects.get().course_days.get(number=1)
        guidance.write(by=stage.coach, version=None, on=dt.date(2015, 2, 11))
    assert events(stage, "leader")[f"Kursdag 1, {UNIT}"]["uid"] == before


def test_a_meeting_keeps_its_key_when_it_is_held_and_leaves_when_it_is_cancelled(stage):
    def keys():
        found = Calendar.from_ical(Client().get(address(stage, make(stage, stage.employee))).content).walk("VEVENT")
        return {str(event["uid"]) for event in found if str(event["summary"]).startswith("Tavlemøte")}

    before = keys()
    with active(stage.municipality):
        meeting = Meeting.plan(unit=stage.unit, on=dt.date(2015, 6, 15), at=dt.time(13, 30), by=stage.leader)
        meeting.start(by=stage.leader)
        meeting.end(by=stage.leader, attendance=9)
        assert keys() == before
        following = Meeting.plan(unit=stage.unit, on=dt.date(2015, 6, 22), at=dt.time(13, 30), by=stage.leader)
        following.cancel(by=stage.leader, reason="Ferie")
    assert before - keys() == {f"meeting-{stage.unit.pk}-2015-06-22@bedre"}


def test_the_calendar_speaks_the_persons_language(stage):
    with active(stage.municipality):
        stage.leader.language = "nn"
        stage.leader.save()
    assert f"Rettleiingsbesøk, {UNIT}" in events(stage, "leader")


def test_an_idea_of_any_length_and_script_survives_the_feed(stage):
    text = "Čáhci שלום 🌊\n" * 400
    with active(stage.municipality):
        day = Introduction.objects.get().course_days.get(number=2)
        day.write(by=stage.coach, version=None, topics=text)
    assert str(events(stage, "leader")[f"Kursdag 2, {UNIT}"]["description"]).startswith(text.strip())


def test_the_page_shows_what_comes_and_the_address_once(stage, client_as):
    client, url = client_as("leader"), "/harstad/min-kalender/"
    page = client.post(url).content.decode()
    assert "http://testserver/kalender/harstad/" in page and "webcal://testserver/kalender/harstad/" in page
    again = client.get(url).content.decode()
    assert "/kalender/harstad/" not in again and f"Veiledningsbesøk, {UNIT}" in again and "Kursdag 1" not in again
    client.post(f"{url}stopp/")
    assert "Lag en adresse" in client.get(url).content.decode()


def test_the_feed_costs_the_same_for_one_unit_and_two(stage, django_assert_num_queries):
    secret = make(stage, stage.coordinator)
    for unit in (stage.nav, stage.other_unit):
        Client().get(address(stage, secret))
        with django_assert_num_queries(14):
            Client().get(address(stage, secret))
        with active(stage.municipality):
            Wave.objects.get().take_in([unit], outline=present(), course_week=WEEK_7, by=stage.coordinator)


def test_a_new_address_stops_the_old_one(cast):
    old, new = make(cast, cast.leader), make(cast, cast.leader)
    assert Client().get(address(cast, old)).status_code == 404
    assert Client().get(address(cast, new)).status_code == 200


def test_the_address_stops_when_the_person_leaves(cast):
    secret = make(cast, cast.leader)
    cast.leader.left_on = dt.date(2015, 6, 1)
    with active(cast.municipality):
        cast.leader.save()
    assert Client().get(address(cast, secret)).status_code == 404


def test_the_secret_works_in_no_other_municipality(cast):
    secret = make(cast, cast.leader)
    assert Client().get(f"/kalender/{cast.elsewhere.slug}/{secret}.ics").status_code == 404


def test_only_a_hash_of_the_secret_is_kept(cast):
    secret = make(cast, cast.leader)
    with active(cast.municipality):
        assert secret not in str(CalendarFeed.objects.values_list("secret_hash", flat=True))
