"""The calendar of meetings: a rhythm, and what happened to each."""

import datetime as dt

import pytest

from bedre.board.models import Meeting, Rhythm
from bedre.board.queries import figures, meetings, upcoming
from bedre.kernel import clock
from bedre.kernel.errors import DomainError

FEBRUARY, JUNE = dt.date(2015, 2, 23), dt.date(2015, 6, 14)
AT = dt.time(13, 30)


@pytest.fixture
def rhythm(harstad):
    return Rhythm.settle(unit=harstad.unit, weekday=0, at=AT, valid_from=FEBRUARY, by=harstad.leader)


def held(cast, on: dt.date, attendance: int = 17) -> Meeting:
    with clock.at(on):
        meeting = Meeting.plan(unit=cast.unit, on=on, at=AT, by=cast.leader)
        meeting.start(by=cast.leader)
        meeting.end(by=cast.leader, attendance=attendance)
    return meeting


def test_the_next_meeting_comes_from_the_rhythm(harstad, rhythm):
    coming = upcoming(harstad.unit.pk)
    assert (coming.on, coming.at, coming.state) == (dt.date(2015, 6, 15), AT, "planned")


def test_sixteen_mondays_with_two_cancelled_and_fourteen_held(harstad, rhythm):
    for week in range(9, 25):
        day = dt.date.fromisocalendar(2015, week, 1)
        if week in (15, 22):
            Meeting.plan(unit=harstad.unit, on=day, at=AT, by=harstad.leader).cancel(by=harstad.leader, reason="Helligdag")
        else:
            held(harstad, day)
    numbers = figures([harstad.unit.pk], FEBRUARY, JUNE)
    assert (numbers.meetings_held, numbers.meetings_cancelled, numbers.meetings_planned) == (14, 2, 16)


def test_a_meeting_nobody_spoke_of_is_missed(harstad, rhythm):
    assert {meeting.state for meeting in meetings([harstad.unit.pk], FEBRUARY, JUNE)} == {"missed"}


def test_a_new_rhythm_takes_over_from_its_date(harstad, rhythm):
    Rhythm.settle(unit=harstad.unit, weekday=3, at=dt.time(9), valid_from=dt.date(2015, 6, 1), by=harstad.leader)
    days = [m.on for m in meetings([harstad.unit.pk], dt.date(2015, 5, 25), dt.date(2015, 6, 12))]
    assert days == [dt.date(2015, 5, 25), dt.date(2015, 6, 4), dt.date(2015, 6, 11)]


def test_a_meeting_falls_out_with_a_reason_only(harstad, rhythm):
    meeting = Meeting.plan(unit=harstad.unit, on=dt.date(2015, 6, 22), at=AT, by=harstad.leader)
    with pytest.raises(DomainError):
        meeting.cancel(by=harstad.leader, reason="")


def test_a_deputy_takes_over_a_running_meeting(harstad, rhythm):
    meeting = Meeting.plan(unit=harstad.unit, on=clock.today(), at=AT, by=harstad.leader)
    meeting.start(by=harstad.leader)
    began = meeting.started_at
    meeting.start(by=harstad.deputy)
    assert (meeting.leader, meeting.started_at) == (harstad.deputy, began)


def test_only_one_meeting_runs_at_a_time(harstad, rhythm):
    Meeting.plan(unit=harstad.unit, on=clock.today(), at=AT, by=harstad.leader).start(by=harstad.leader)
    with pytest.raises(DomainError):
        Meeting.plan(unit=harstad.unit, on=clock.today(), at=dt.time(15), by=harstad.leader).start(by=harstad.leader)


def test_a_figure_known_earlier_stays(harstad, rhythm):
    from django.utils import timezone

    from bedre.board.models import Improvement

    Improvement.hand_in(unit=harstad.unit, by=harstad.employee, title="Før")
    known = timezone.now()
    Improvement.hand_in(unit=harstad.unit, by=harstad.employee, title="Etter").decline(by=harstad.leader, reason="Nei")
    today = clock.today()
    assert figures([harstad.unit.pk], FEBRUARY, today, known).handed_in == 1
    assert figures([harstad.unit.pk], FEBRUARY, today).declined == 1
