"""Visits, the unit's project plan, briefings, training of coaches, and the decision behind it all."""

import datetime as dt

import pytest

from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event
from bedre.rollout.models import Briefing, CoachTraining, CoachVisit, Considered, Decision, Line, ProjectPlan
from bedre.rollout.queries import introduction_of
from tests.rollout.stage import pilot

TODAY = dt.date(2015, 6, 15)
MARCH = dt.date(2015, 3, 4)


def test_a_visit_holds_what_was_seen_and_plans_the_next(harstad):
    introduction = pilot(harstad, coach=harstad.coach)
    visit = CoachVisit.plan(introduction, on=MARCH, by=harstad.coach)
    following = visit.hold(
        by=harstad.coach, version=1, on=MARCH, seen="Alle sto ved tavla 👍", next_step="Den som eier kortet, forteller selv",
        next_on=dt.date(2015, 6, 17),
    )  # fmt: skip
    row = introduction_of(harstad.unit.pk)
    assert (row.last_visit.seen, row.next_visit) == ("Alle sto ved tavla 👍", following)
    assert visit.coach == following.coach == harstad.coach


def test_a_visit_is_called_off_with_a_reason_and_cannot_be_held_then(harstad):
    visit = CoachVisit.plan(pilot(harstad), on=MARCH, by=harstad.coach)
    with pytest.raises(DomainError):
        visit.call_off(by=harstad.coach, reason="")
    visit.call_off(by=harstad.coach, reason="Veileder syk")
    with pytest.raises(DomainError):
        visit.hold(by=harstad.coach, version=None, on=MARCH, seen="")


def test_a_visit_corrected_to_another_date_keeps_the_first_word_as_withdrawn(harstad):
    visit = CoachVisit.plan(pilot(harstad), on=MARCH, by=harstad.coach)
    visit.hold(by=harstad.coach, version=1, on=MARCH, seen="A")
    visit.hold(by=harstad.coach, version=2, on=dt.date(2015, 3, 5), seen="B")
    assert (visit.held.on, visit.helds.count()) == (dt.date(2015, 3, 5), 2)
    with pytest.raises(StaleError):
        visit.hold(by=harstad.leader, version=2, on=MARCH, seen="C")


def test_a_next_visit_comes_after_this_one(harstad):
    visit = CoachVisit.plan(pilot(harstad), on=MARCH, by=harstad.coach)
    with pytest.raises(DomainError):
        visit.hold(by=harstad.coach, version=1, on=MARCH, seen="A", next_on=MARCH)


def test_a_project_plan_keeps_every_version_and_finishes_its_step(harstad):
    introduction = pilot(harstad)
    plan = ProjectPlan.of(introduction)
    plan.write(
        by=harstad.leader,
        version=1,
        why="Mer tid med brukerne",
        lines=[Line("Ro ved middag", "Telle avbrudd", "Team", "mai")],
    )
    plan.write(
        by=harstad.team,
        version=2,
        why="Mer tid med brukerne",
        lines=[Line("Ro ved middag"), Line(""), Line("Færre turer")],
    )
    assert [v.number for v in plan.versions.all()] == [2, 1]
    assert [line.goal for line in plan.newest.lines.all()] == ["Ro ved middag", "Færre turer"]
    assert introduction.steps.get(kind="plan").done is not None
    assert Event.objects.filter(verb="plan.written").count() == 2


def test_two_who_write_the_plan_do_not_overwrite_each_other(harstad):
    plan = ProjectPlan.of(pilot(harstad))
    plan.write(by=harstad.leader, version=1, why="", lines=[Line("A")])
    with pytest.raises(StaleError) as told:
        ProjectPlan.of(plan.introduction).write(by=harstad.team, version=1, why="", lines=[Line("B")])
    assert told.value.current.newest.lines.get().goal == "A"


def test_a_plan_without_a_goal_is_refused(harstad):
    with pytest.raises(DomainError):
        ProjectPlan.of(pilot(harstad)).write(by=harstad.leader, version=1, why="x", lines=[Line("", "notice")])


def test_a_briefing_counts_those_who_came(harstad):
    briefing = Briefing.plan(
        audience="politicians", on=dt.date(2015, 5, 19), by=harstad.coordinator, name="Formannskapet", shown="Film"
    )
    assert briefing.held is None
    briefing.hold(by=harstad.coordinator, on=dt.date(2015, 5, 19), came=9)
    briefing.hold(by=harstad.coordinator, on=dt.date(2015, 5, 19), came=11)
    assert (briefing.held.came, briefing.helds.count()) == (11, 2)
    with pytest.raises(DomainError):
        briefing.hold(by=harstad.coordinator, on=TODAY, came=0)


def test_a_coach_is_approved_by_somebody_else_after_having_done_a_step_alone(harstad):
    training = CoachTraining.begin(pilot(harstad), person=harstad.coach, by=harstad.coordinator)
    for level in ("observed", "together"):
        training.note(step="course_days", level=level, on=MARCH, by=harstad.coach)
    with pytest.raises(DomainError):
        training.approve(by=harstad.coordinator, on=TODAY)
    training.note(step="guidance", level="alone", on=MARCH, by=harstad.coach)
    with pytest.raises(DomainError):
        training.approve(by=harstad.coach, on=TODAY)
    training.approve(by=harstad.coordinator, on=TODAY)
    assert training.approval.on == TODAY
    assert training.reached() == {("course_days", "observed"), ("course_days", "together"), ("guidance", "alone")}


def test_noting_the_same_training_twice_is_one_note(harstad):
    training = CoachTraining.begin(pilot(harstad), person=harstad.coach, by=harstad.coordinator)
    assert training.note(step="guidance", level="alone", on=MARCH, by=None) == training.note(
        step="guidance", level="alone", on=TODAY, by=None
    )


def test_a_decision_holds_the_alternatives_and_why(harstad):
    decision = Decision.make(
        title="Vi velger Vestre Toten-modellen", decided_on=dt.date(2015, 1, 5), body="Rådmannen", why="Grundigere innføring",
        alternatives=[Considered("Fortsette som nå", "For lite varig"), Considered("Vestre Toten", "Hele kommunen", True), Considered("")],
        by=harstad.coordinator,
    )  # fmt: skip
    assert [(a.name, a.chosen) for a in decision.considered] == [("Fortsette som nå", False), ("Vestre Toten", True)]
    decision.write(by=harstad.director, version=1, why="Grundigere", alternatives=[Considered("Vestre Toten", "Hele", True)])
    assert [a.name for a in Decision.objects.get().considered] == ["Vestre Toten"]
    assert decision.alternatives.count() == 3, "what was considered before is kept"


def test_events_of_the_introduction_hold_no_free_text(harstad):
    introduction = pilot(harstad)
    introduction.pause(by=harstad.coach, on=TODAY, reason="hemmelig grunn")
    CoachVisit.plan(introduction, on=MARCH, by=harstad.coach).hold(by=harstad.coach, version=1, on=MARCH, seen="hemmelig syn")
    Briefing.plan(audience="union", on=MARCH, by=harstad.coordinator, name="hemmelig navn")
    assert not [e for e in Event.objects.all() if "hemmelig" in str(e.changes)]
