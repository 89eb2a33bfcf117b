"""What is due for whom, and what stands in the calendar."""

import datetime as dt

from bedre.kernel import clock
from bedre.people.access import as_person
from bedre.rollout.adopted import present
from bedre.rollout.models import Briefing, CoachVisit, Introduction, Wave
from bedre.rollout.queries import calendar, deadlines
from tests.rollout.stage import REPORT_DUE, WEEK_7, pilot, train

TODAY = dt.date(2015, 6, 15)


def titles(person):
    return [(due.title, due.unit, due.overdue) for due in deadlines(as_person(person))]


def wave(cast):
    wave = Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 12), report_due=REPORT_DUE, by=cast.coordinator)
    return wave, wave.take_in([cast.unit, cast.nav], outline=present(), course_week=WEEK_7, by=cast.coordinator)


def test_a_leader_sees_what_is_due_in_the_own_unit_only(harstad):
    wave(harstad)
    units = {unit for _title, unit, _overdue in titles(harstad.leader)}
    assert units == {"Hjemmetjenesten 2"}
    assert titles(harstad.employee) == titles(harstad.politician) == []


def test_the_report_of_a_decided_wave_is_due_for_the_coordinator(harstad):
    pilots, _introductions = wave(harstad)
    with clock.at(dt.date(2015, 6, 20)):
        assert "Report on Pilotene" not in str(titles(harstad.coordinator))
        pilots.decide(by=harstad.director, on=dt.date(2015, 1, 14))
        assert "Pilotene" in str(titles(harstad.coordinator))
    with clock.at(dt.date(2015, 7, 1)):
        assert [overdue for title, unit, overdue in titles(harstad.coordinator) if "Pilotene" in title] == [True]


def test_what_is_held_or_set_aside_is_not_due(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coach)
    assert not [title for title, _unit, _overdue in titles(harstad.leader) if title.startswith(("Course", "Kurs"))]
    introduction.pause(by=harstad.leader, on=TODAY, reason="Flytter")
    assert titles(harstad.leader) == []


def test_a_visit_and_a_briefing_are_due_within_two_weeks(harstad):
    introduction = pilot(harstad)
    CoachVisit.plan(introduction, on=dt.date(2015, 6, 17), by=harstad.coach)
    CoachVisit.plan(introduction, on=dt.date(2015, 9, 17), by=harstad.coach)
    Briefing.plan(audience="politicians", on=dt.date(2015, 6, 10), by=harstad.coordinator, name="Formannskapet")
    dates = [(due.kind, due.on, due.overdue) for due in deadlines(as_person(harstad.coordinator)) if due.kind != "step"]
    assert dates == [("briefing", dt.date(2015, 6, 10), True), ("visit", dt.date(2015, 6, 17), False)]


def test_the_calendar_of_an_employee_has_the_own_units_course_days(harstad):
    wave(harstad)
    entries = [entry for entry in calendar(as_person(harstad.employee)) if entry.uid.startswith("courseday")]
    assert [entry.start.isocalendar()[1] for entry in entries] == [7, 7, 8, 8]
    assert calendar(as_person(harstad.other_employee)) == []


def test_a_calendar_entry_keeps_its_key_when_it_moves(harstad):
    _wave, [introduction, _nav] = wave(harstad)
    before = {entry.uid for entry in calendar(as_person(harstad.coach))}
    guidance = introduction.steps.get(kind="guidance")
    guidance.move(dt.date(2015, 7, 6), by=harstad.coach, version=None, following=True)
    assert {entry.uid for entry in calendar(as_person(harstad.coach))} == before


def test_deadlines_cost_the_same_for_one_unit_and_three(harstad, django_assert_num_queries):
    pilots = Wave.plan(name="Pilotene", starts_on=dt.date(2015, 1, 12), report_due=REPORT_DUE, by=harstad.coordinator)
    pilots.decide(by=harstad.director, on=TODAY)
    for unit in (harstad.unit, harstad.nav, harstad.other_unit):
        pilots.take_in([unit], outline=present(), course_week=WEEK_7, by=harstad.coordinator)
        introduction = Introduction.objects.get(unit=unit)
        day = introduction.course_days.first()
        day.hold(by=harstad.coach, on=day.on, attendance=3)
        CoachVisit.plan(introduction, on=TODAY, by=harstad.coach).hold(by=harstad.coach, version=1, on=TODAY, seen="")
        who = as_person(harstad.coordinator)
        with django_assert_num_queries(8):
            deadlines(who)
