"""The meeting from start to minutes."""

import datetime as dt

import pytest

from bedre.board.models import Improvement, Meeting, Rhythm
from bedre.huddle import agenda
from bedre.huddle.models import AgendaTime, Minutes, begin
from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.tenancy import active
from bedre.method import catalog

UNIT = "/harstad/hjemmetjenesten-2/"
METHOD = catalog.method()


def moment(minute: int, second: int = 0) -> dt.datetime:
    return dt.datetime(2015, 6, 15, 11, 30 + minute, second, tzinfo=dt.UTC)


def test_each_item_has_its_own_clock(harstad):
    with clock.at(moment(0)):
        meeting = begin(harstad.unit, None, METHOD, by=harstad.leader)
    with clock.at(moment(2, 5)):
        AgendaTime.go_to(meeting, "follow_up", by=harstad.leader)
    with clock.at(moment(6)):
        AgendaTime.go_to(meeting, "goals", by=harstad.leader)
    with clock.at(moment(7)):
        AgendaTime.finish(meeting, by=harstad.leader)
    used = {part.item.key: part.used for part in agenda.parts(METHOD, meeting.times.all())}
    assert (used["goals"], used["follow_up"], used["new"]) == (125 + 60, 235, 0)


def test_a_meeting_that_runs_is_taken_over_where_it_stands(harstad):
    meeting = begin(harstad.unit, None, METHOD, by=harstad.leader)
    AgendaTime.go_to(meeting, "new", by=harstad.leader)
    with pytest.raises(DomainError):
        Meeting.plan(unit=harstad.unit, on=clock.today(), at=dt.time(23, 59), by=harstad.deputy).start(by=harstad.deputy)
    with clock.at(moment(3)):
        assert begin(harstad.unit, None, METHOD, by=harstad.deputy) == meeting
    assert next(p.item.key for p in agenda.parts(METHOD, meeting.times.all()) if p.current) == "new"


def test_time_that_is_used_up_goes_on_and_says_so():
    assert [agenda.said(seconds) for seconds in (125, 0, -40)] == ["2:05", "0:00", "+0:40"]


def test_minutes_are_corrected_until_the_next_meeting(harstad):
    with clock.at(dt.date(2015, 6, 8)):
        first = begin(harstad.unit, None, METHOD, by=harstad.leader)
        AgendaTime.finish(first, by=harstad.leader)
        text = Minutes.of(first)
        text.correct(by=harstad.leader, version=1, text="Nøkkelen er funnet 🌻")
    with pytest.raises(StaleError):
        Minutes.of(first).correct(by=harstad.deputy, version=1, text="Noe annet")
    AgendaTime.finish(begin(harstad.unit, None, METHOD, by=harstad.leader), by=harstad.leader)
    with pytest.raises(DomainError):
        Minutes.of(first).correct(by=harstad.leader, version=2, text="For sent")


def test_a_whole_meeting_on_its_pages(cast, client_as):
    with active(cast.municipality), clock.at(dt.date(2015, 6, 15)):
        for title in ("Ring apoteket 🌻", "Ny kaffetrakter", "Flere lys"):
            Improvement.hand_in(unit=cast.unit, by=cast.employee, title=title)
    leader, here = client_as("leader"), UNIT + "mote/"
    leader.post(f"{here}start/")
    for _ in range(3):
        leader.post(f"{here}antall/", {"change": "more"})
    leader.post(f"{here}punkt/", {"to": "new"})
    assert "Ring apoteket 🌻" in leader.get(here).content.decode()
    leader.post(f"{UNIT}tavle/1/ta-inn/", {"next": f"/harstad{UNIT[8:]}mote/", "due_on": "2015-06-22"})
    leader.post(f"{UNIT}tavle/2/avslag/", {"reason": "Vi har en"})
    leader.post(f"{UNIT}tavle/3/gjort/")
    minutes = leader.post(f"{here}slutt/").url
    page = client_as("employee").get(minutes).content.decode()
    for said in ("Ring apoteket 🌻", "Ny kaffetrakter", "Flere lys", "3 til stede"):
        assert said in page


def test_a_reload_comes_back_to_the_same_item(cast, client_as):
    leader = client_as("leader")
    leader.post(f"{UNIT}mote/start/")
    leader.post(f"{UNIT}mote/punkt/", {"to": "done"})
    assert 'aria-current="step"' in client_as("deputy").get(f"{UNIT}mote/").content.decode()
    with active(cast.municipality):
        assert AgendaTime.objects.get(ended_at=None).key == "done"


@pytest.mark.parametrize("typed", ["-1", "501", "mange", ""])
def test_an_impossible_count_is_refused(cast, client_as, typed):
    leader = client_as("leader")
    leader.post(f"{UNIT}mote/start/")
    assert leader.post(f"{UNIT}mote/antall/", {"attendance": typed}).status_code == 409


def test_a_meeting_falls_out_with_a_reason_only(cast, client_as):
    with active(cast.municipality), clock.at(dt.date(2015, 6, 15)):
        Rhythm.settle(unit=cast.unit, weekday=2, at=dt.time(9), valid_from=dt.date(2015, 6, 1), by=cast.leader)
    leader = client_as("leader")
    assert leader.post(f"{UNIT}mote/avlys/", {"reason": ""}).status_code == 422
    leader.post(f"{UNIT}mote/avlys/", {"reason": "Kurs for alle"})
    with active(cast.municipality):
        assert Meeting.objects.get().reason == "Kurs for alle"


def test_an_employee_follows_but_does_not_lead(cast, client_as):
    client_as("leader").post(f"{UNIT}mote/start/")
    employee = client_as("employee")
    assert employee.get(f"{UNIT}mote/").status_code == 200
    assert employee.post(f"{UNIT}mote/slutt/").status_code == 403


def test_an_end_that_was_pressed_too_early_is_taken_back_the_same_day(cast, client_as):
    leader = client_as("leader")
    leader.post(f"{UNIT}mote/start/")
    leader.post(f"{UNIT}mote/punkt/", {"to": "new"})
    minutes = leader.post(f"{UNIT}mote/slutt/").url
    with active(cast.municipality):
        key = Meeting.objects.get().pk
    assert leader.post(f"{UNIT}mote/{key}/fortsett/").url == f"{UNIT}mote/"
    assert 'aria-current="step"' in leader.get(f"{UNIT}mote/").content.decode()
    assert leader.post(f"{UNIT}mote/slutt/").url == minutes
    with clock.at(dt.date(2015, 6, 16)), active(cast.municipality), pytest.raises(DomainError):
        Meeting.objects.get().go_on(by=cast.leader)


def test_one_touch_takes_an_idea_up_with_who_when_and_how_much_it_helps(cast, client_as):
    with active(cast.municipality):
        card = Improvement.hand_in(unit=cast.unit, by=cast.employee, title="Ring apoteket")
    chosen = {"responsible": str(cast.deputy.pk), "due_on": "2015-06-22", "weight": "much-little", "next": f"{UNIT}mote/"}
    assert client_as("leader").post(f"{UNIT}tavle/{card.number}/ta-inn/", chosen).url == f"{UNIT}mote/"
    with active(cast.municipality):
        card.refresh_from_db()
    assert (card.responsible_id, card.due_on, card.effort, card.effect) == (cast.deputy.pk, dt.date(2015, 6, 22), 1, 2)


def test_reading_the_minutes_writes_nothing(cast, client_as):
    leader = client_as("leader")
    leader.post(f"{UNIT}mote/start/")
    address = leader.post(f"{UNIT}mote/slutt/").url
    assert leader.get(address).status_code == 200
    with active(cast.municipality):
        assert Minutes.objects.count() == 0
    assert leader.post(address, {"text": "Vi feiret med kake", "version": "1"}).status_code == 302
    assert "Vi feiret med kake" in leader.get(address).content.decode()
