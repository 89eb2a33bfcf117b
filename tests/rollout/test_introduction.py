"""One unit's way: steps from the method with dates, position derived, side states, its own version of the method."""

import dataclasses
import datetime as dt
import uuid

import pytest

from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event
from bedre.rollout.models import CourseDay, Introduction
from bedre.rollout.outline import OutlineStep
from bedre.rollout.queries import introduction_of
from tests.rollout.stage import COURSE, OUTLINE, pilot, planned_course, train

TODAY = dt.date(2015, 6, 15)


def step(introduction, kind):
    return introduction.steps.get(kind=kind)


def row(cast, unit=None):
    return introduction_of((unit or cast.unit).pk)


def test_an_introduction_begins_with_the_methods_unit_steps(harstad):
    introduction = pilot(harstad)
    assert [s.key for s in introduction.steps.all()] == [s.key for s in OUTLINE.of_unit]
    assert row(harstad).position.kind == "leader_preparation"
    assert Event.objects.filter(verb="introduction.started", unit=harstad.unit).count() == 1


def test_a_unit_is_introduced_once_at_a_time(harstad):
    pilot(harstad)
    with pytest.raises(DomainError):
        pilot(harstad)


def test_position_is_the_first_step_that_is_not_done(harstad):
    introduction = pilot(harstad)
    step(introduction, "information_meeting").finish(by=harstad.leader, on=dt.date(2015, 2, 3))
    assert row(harstad).position.kind == "leader_preparation"
    step(introduction, "leader_preparation").finish(by=harstad.coach, on=dt.date(2015, 1, 30))
    assert row(harstad).position.kind == "course_days"


def test_a_step_cannot_be_done_on_a_date_to_come_or_twice(harstad):
    info = step(pilot(harstad), "information_meeting")
    with pytest.raises(DomainError):
        info.finish(by=harstad.leader, on=TODAY + dt.timedelta(days=1))
    info.finish(by=harstad.leader, on=TODAY)
    with pytest.raises(DomainError):
        info.finish(by=harstad.leader, on=TODAY)
    info.reopen(by=harstad.leader)
    assert info.done is None and info.dones.count() == 1


def test_course_days_make_the_unit_trained_and_their_step_done(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coach)
    assert step(introduction, "course_days").done.on == COURSE[-1]
    assert row(harstad).trained_on == COURSE[-1]


def test_a_course_day_that_was_not_held_after_all_opens_the_step_again(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coach)[2].not_held(by=harstad.coach)
    assert step(introduction, "course_days").done is None
    assert row(harstad).trained_on is None


def test_a_course_day_needs_somebody_who_came(harstad):
    day = planned_course(pilot(harstad), harstad.coach)[0]
    with pytest.raises(DomainError):
        day.hold(by=harstad.coach, on=day.on, attendance=0)


def test_two_course_days_cannot_share_a_date(harstad):
    introduction = pilot(harstad)
    with pytest.raises(DomainError):
        CourseDay.plan_all(introduction, [COURSE[0]] * 2, by=harstad.coach, version=introduction.version)


def test_moving_a_step_shows_what_follows_by_working_days_and_then_does_it(harstad):
    introduction = pilot(harstad)
    planned_course(introduction, harstad.coach)
    info = step(introduction, "information_meeting")
    to = info.first_on + dt.timedelta(days=7)
    preview = info.moves(to)
    assert [m.what for m in preview][:2] == ["information_meeting", "course_days"]
    assert step(introduction, "information_meeting").first_on != to
    introduction.refresh_from_db()
    info.move(to, by=harstad.coordinator, version=introduction.version, following=True)
    planned = {m.what: m.to for m in preview}
    assert (step(introduction, "board_start").first_on, step(introduction, "board_start").last_on) == planned["board_start"]
    assert [day.on for day in introduction.course_days.all()] == [on + dt.timedelta(days=7) for on in COURSE]


def test_moving_one_step_alone_leaves_the_rest_and_done_steps_stay(harstad):
    introduction = pilot(harstad)
    before = {s.key: s.first_on for s in introduction.steps.all()}
    info = step(introduction, "information_meeting")
    info.move(info.first_on + dt.timedelta(days=7), by=harstad.coach, version=introduction.version, following=False)
    assert [key for key, on in before.items() if introduction.steps.get(key=key).first_on != on] == ["information_meeting"]
    info = step(introduction, "information_meeting")
    info.finish(by=harstad.coach, on=TODAY)
    with pytest.raises(DomainError):
        info.move(TODAY, by=harstad.coach, version=None, following=False)


def test_nobody_moves_a_plan_they_have_not_seen(harstad):
    introduction = pilot(harstad)
    seen = introduction.version
    info = step(introduction, "information_meeting")
    info.move(dt.date(2015, 2, 4), by=harstad.coach, version=seen, following=True)
    with pytest.raises(StaleError):
        step(introduction, "plan").move(dt.date(2015, 2, 4), by=harstad.coordinator, version=seen, following=True)


def test_a_step_cannot_end_before_it_begins(harstad):
    introduction = pilot(harstad)
    with pytest.raises(DomainError):
        step(introduction, "guidance").plan(
            by=harstad.coach, version=introduction.version, first_on=TODAY, last_on=dt.date(2015, 6, 1)
        )


def test_paused_needs_a_reason_and_is_taken_up_again(harstad):
    introduction = pilot(harstad)
    with pytest.raises(DomainError):
        introduction.pause(by=harstad.coach, on=TODAY, reason="")
    introduction.pause(by=harstad.coach, on=dt.date(2015, 6, 1), reason="Flytter til nye lokaler")
    assert row(harstad).side_state.kind == "paused" and not row(harstad).running
    introduction.resume(by=harstad.coach, on=TODAY)
    assert row(harstad).side_state is None and introduction.side_states.count() == 1
    assert introduction.side_state(dt.date(2015, 6, 2)).kind == "paused"


def test_a_unit_that_closes_takes_its_introduction_out_of_the_plan(harstad):
    introduction = pilot(harstad)
    harstad.unit.close(on=TODAY, by=harstad.administrator, into=harstad.other_unit)
    assert introduction.side_state().kind == "closed"
    with pytest.raises(DomainError):
        step(introduction, "guidance").finish(by=harstad.coach, on=TODAY)


def test_a_unit_stands_alone_when_everything_else_is_done(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coach)
    with pytest.raises(DomainError):
        introduction.stand_alone(by=harstad.coach, on=TODAY)
    for kind in ("leader_preparation", "information_meeting", "plan", "board_start", "guidance"):
        step(introduction, kind).finish(by=harstad.coach, on=TODAY)
    introduction.report_approved(on=TODAY, by=harstad.director)
    introduction.stand_alone(by=harstad.coach, on=TODAY)
    assert row(harstad).position is None
    assert Event.objects.filter(verb="introduction.stands_alone", unit=harstad.unit).count() == 1


def test_an_introduction_keeps_its_method_unless_moved_on_purpose(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coach)
    follow = OutlineStep("follow_up", "other", 11, True, "follow_up")
    changed = dataclasses.replace(
        OUTLINE,
        version=uuid.uuid4(),
        steps=(*(s for s in OUTLINE.steps if s.key not in ("guidance", "course_days")), follow),
    )
    introduction.refresh_from_db()
    assert introduction.method_version is None
    introduction.move_to_method(changed, by=harstad.coordinator, on=TODAY, version=introduction.version)
    plan = {s.key: s for s in row(harstad).steps}
    assert introduction.choices.count() == 2 and Introduction.objects.get().method_version == changed.version
    assert "guidance" not in plan and "follow_up" in plan
    assert plan["course_days"].done, "what was done stays in the plan"


def spans(introduction):
    steps = {s.key: (s.first_on, s.last_on) for s in introduction.steps.all()}
    return steps | {day.number: day.on for day in introduction.course_days.all()}


def test_a_move_is_undone_with_everything_that_followed(harstad):
    introduction = pilot(harstad)
    planned_course(introduction, harstad.coach)
    before = spans(introduction)
    info = step(introduction, "information_meeting")
    info.move(info.first_on + dt.timedelta(days=7), by=harstad.coordinator, version=None, following=True)
    assert spans(introduction) != before
    info.move_back(by=harstad.coordinator, version=info.introduction.version)
    assert spans(introduction) == before
    with pytest.raises(DomainError):
        info.move_back(by=harstad.coordinator, version=info.introduction.version)


def test_a_move_is_not_undone_over_what_somebody_else_changed(harstad):
    introduction = pilot(harstad)
    planned_course(introduction, harstad.coach)
    info = step(introduction, "information_meeting")
    info.move(info.first_on + dt.timedelta(days=7), by=harstad.coordinator, version=None, following=True)
    moved = info.introduction.version
    introduction.course_days.get(number=4).write(by=harstad.coach, version=None, on=dt.date(2015, 3, 5))
    with pytest.raises(StaleError):
        info.move_back(by=harstad.coordinator, version=moved)


def test_a_course_day_on_another_date_stretches_the_step_of_the_course_days(harstad):
    introduction = pilot(harstad)
    day = planned_course(introduction, harstad.coach)[3]
    day.write(by=harstad.coach, version=None, on=dt.date(2015, 3, 5))
    assert step(introduction, "course_days").last_on == dt.date(2015, 3, 5)
    with pytest.raises(DomainError):
        day.write(by=harstad.coach, version=None, on=COURSE[0])
