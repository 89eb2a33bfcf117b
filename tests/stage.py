"""A municipality in use: `fill(cast, n)` puts one more of everything on the stage, by the verbs that people use."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bedre.board.models import Board, Improvement, Meeting, Rhythm
from bedre.exchange.models import Import
from bedre.exchange.run import read_import
from bedre.files.storage import accept_photo
from bedre.gain.fte import Factor
from bedre.gain.models import Arithmetic, Gain, GainAgreement
from bedre.huddle.models import AgendaTime, Minutes, begin
from bedre.kernel import clock
from bedre.learning.models import Story, StudyVisit
from bedre.measure.models import Goal, Measure
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.notice.models import CalendarFeed
from bedre.organisation.models import Agreement, MunicipalityTitle, Unit
from bedre.people.models import Invitation, Person
from bedre.report import compute
from bedre.report.documents.word import default
from bedre.report.models import Kind, Report, WordTemplate
from bedre.rollout.adopted import present
from bedre.rollout.models import (
    Briefing,
    CoachTraining,
    CoachVisit,
    Considered,
    Decision,
    Introduction,
    Line,
    ProjectPlan,
    Wave,
)
from tests.cast import START, TODAY, Cast
from tests.exchange.files import text

WEEK_7, REPORT_DUE, DAY = dt.date(2015, 2, 9), dt.date(2015, 6, 30), dt.timedelta(1)
FACTOR = Factor(Decimal(1632), Decimal(46), "shift_35_5")
TEXTS = ("problem", "cause", "idea", "expectation", "test", "learning", "standard", "result")


def fill(cast: Cast, n: int) -> None:
    """The `n`-th time, from 1; the introductions have room for three. Harstad must be active."""
    with clock.at(TODAY):
        if n == 1:
            begin_all(cast)
        organisation(cast, n)
        board(cast, n)
        gains(cast, n)
        measures(cast, n)
        introduction(cast, [cast.unit, cast.nav, cast.other_unit][n - 1], n)
        learning(cast, n)
    meeting(cast, TODAY - 7 * (4 - n) * DAY)
    with clock.at(TODAY):
        report(cast, n)


def begin_all(cast: Cast) -> None:
    """What there is one of: the method, the board with its rhythm, a meeting that fell out, a time when the board was closed,
    and a meeting that goes on at the other unit."""
    MethodVersion.keep(catalog.text(), by=cast.coordinator).adopt(on=START, by=cast.director)
    MunicipalityTitle.objects.create(title="rådmann", valid_from=START)
    CalendarFeed.make(cast.leader)
    WordTemplate.objects.create(file=default(), name="mal.docx", by=cast.coordinator)
    own = Board.of(cast.unit)
    own.settle(by=cast.leader, version=None, rules="Én om gangen", limits={})
    Rhythm.settle(unit=cast.unit, weekday=0, at=dt.time(13, 30), valid_from=dt.date(2015, 2, 23), by=cast.leader)
    Meeting.plan(unit=cast.unit, on=TODAY + 7 * DAY, at=dt.time(13, 30), by=cast.leader).cancel(by=cast.leader, reason="Ferie")
    own.close(by=cast.leader, reason="Vi begynner")
    own.open(by=cast.leader)
    running = begin(cast.other_unit, None, catalog.method(), by=cast.other_leader)
    AgendaTime.go_to(running, "new", by=cast.other_leader)


def organisation(cast: Cast, n: int) -> None:
    """A unit, a person who is invited, an agreement with a partner, an import that waits."""
    Unit.make(name=f"Enhet {n}", on=START, by=cast.administrator, parent=cast.area, kind="operation", counts_in_total=True)
    person = Person.add(name=f"Ansatt {n}", employee_number=f"N{n}", by=cast.administrator)
    person.hold("employee", at=cast.unit, starts_on=START)
    Invitation.make(person, by=cast.administrator)
    Agreement.make(
        title=f"Avtale {n}", starts_on=TODAY, by=cast.coordinator, units=[cast.unit], new_partners=[f"Partner {n}"], scope="Kurs",
        shared="Tavla",
    )  # fmt: skip
    rows = text([["Kode", "Navn", "Over"], [f"k{n}", f"Skole {n}", ""]])
    run = Import.send_in(kind="units", name=f"enheter-{n}.csv", content=rows, on=TODAY, by=cast.administrator)
    read_import.call(str(run.municipality_id), str(run.pk), "nb")


def board(cast: Cast, n: int) -> None:
    """Cards in every state, one with everything on it."""
    cards = [Improvement.hand_in(unit=cast.unit, by=cast.employee, title=f"Forslag {n}.{m}", category="time") for m in range(7)]
    full, declined, parked, merged, done, stopped, _new = cards
    full.write(by=cast.leader, version=None, **dict.fromkeys(TEXTS, "Slik er det"))
    full.take_up(by=cast.leader, responsible=cast.employee, due_on=TODAY - DAY)
    full.comment(by=cast.employee, text="Det går fint")
    accept_photo(photo(), owner=full, by=cast.employee, alt="Nøkkelskapet")
    declined.decline(by=cast.leader, reason="Ikke nå")
    parked.park(by=cast.leader, until=TODAY + DAY, reason="Etter ferien")
    merged.merge_into(full, by=cast.leader)
    done.take_up(by=cast.leader)
    done.move(by=cast.leader, state="done")
    stopped.block(by=cast.leader, reason="Venter på IT")
    Improvement.hand_in(unit=cast.other_unit, by=cast.other_employee, title=f"Der borte {n}")


def photo() -> SimpleUploadedFile:
    """A small photo as a browser sends it."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "yellow").save(out, "PNG")
    return SimpleUploadedFile("skap.png", out.getvalue())


def gains(cast: Cast, n: int) -> None:
    """One that is realised and signed, one agreed with its check due, one that lapsed."""
    agreement = GainAgreement.make(
        unit=cast.unit, by=cast.leader, purpose=f"Turer {n}", for_whom="Brukerne", staff="Tillitsvalgt", agreed_on=TODAY - 60 * DAY,
        check_on=TODAY - DAY,
    )  # fmt: skip
    realised, agreed, lapsed = (
        Gain.identify(
            unit=cast.unit, by=cast.leader, factor=FACTOR, name=f"Gevinst {n}.{m}", arithmetic=Arithmetic.WEEKLY, minutes=Decimal(15),
            people=4, times=Decimal(5), on=TODAY - 90 * DAY,
        )
        for m in range(3)
    )  # fmt: skip
    realised.agree(agreement, by=cast.leader)
    realised.verify(answer="yes", on=TODAY - 30 * DAY, by=cast.leader, comment="Det holder")
    realised.sign(by=cast.controller, comment="Regnet etter")
    agreed.agree(agreement, by=cast.leader)
    lapsed.lapse(on=TODAY, by=cast.leader, reason="Ble ikke noe av")


def measures(cast: Cast, n: int) -> None:
    """A goal with a measure and its values."""
    goal = Goal.state(unit=cast.unit, title=f"Mål {n}", by=cast.leader)
    measure = Measure.add(goal, by=cast.leader, name=f"Måling {n}", unit_of_measure="min", direction="less", target=Decimal(10))
    for days in range(n + 1):
        measure.enter(on=TODAY - days * DAY, value=Decimal(20 + days), by=cast.leader, note="Målt på vakt")


def introduction(cast: Cast, unit: Unit, n: int) -> None:
    """A wave with one unit, its course, visits, plan and training; a decision and a briefing."""
    wave = Wave.plan(
        name=f"Pulje {n}", starts_on=WEEK_7 - 28 * DAY, report_due=REPORT_DUE, by=cast.coordinator, note="Som avtalt"
    )
    wave.decide(by=cast.director, on=TODAY, reason="Ja")
    (begun,) = wave.take_in([unit], outline=present(), course_week=WEEK_7, coach=cast.coach, by=cast.coordinator)
    for day in begun.course_days.all()[:3]:
        day.hold(by=cast.coach, on=day.on, attendance=20)
    visits(cast, begun)
    ProjectPlan.of(begun).write(by=cast.leader, version=None, why="Mer tid", lines=[Line(f"Mål {m}") for m in range(n + 1)])
    training = CoachTraining.begin(begun, person=cast.coach, by=cast.coordinator)
    training.note(step="guidance", level="alone", on=TODAY, by=cast.coordinator, text="Klarer det selv")
    training.approve(by=cast.coordinator, on=TODAY)
    begun.pause(by=cast.coordinator, on=TODAY, reason="Ferie")
    briefing = Briefing.plan(audience="union", on=TODAY, by=cast.coordinator, name=f"Orientering {n}", wave=wave)
    briefing.hold(by=cast.coordinator, on=TODAY, came=3)
    Decision.make(
        title=f"Vedtak {n}", decided_on=TODAY, by=cast.coordinator, alternatives=[Considered("Sju steg", "For tungt")]
    )


def visits(cast: Cast, begun: Introduction) -> None:
    """One held, one called off, one to come."""
    held, off = (CoachVisit.plan(begun, on=TODAY + days * DAY, by=cast.coach) for days in (0, 1))
    held.hold(by=cast.coach, version=None, on=TODAY, seen="Tavla er i bruk", next_step="Gule lapper")
    off.call_off(by=cast.coach, reason="Sykdom")
    CoachVisit.plan(begun, on=TODAY + 7 * DAY, by=cast.coach)


def learning(cast: Cast, n: int) -> None:
    """A story, and a visit from others."""
    Story.tell(unit=cast.unit, by=cast.leader, title=f"Erfaring {n}", problem="Fire turer", result="Én tur")
    visit = StudyVisit.note(
        direction="visited_us", organisation=f"Kommune {n}", contact_on=TODAY - DAY, by=cast.coordinator, units=[cast.unit]
    )
    visit.hold(by=cast.coordinator, on=TODAY, people=4)


def meeting(cast: Cast, day: dt.date) -> None:
    """A meeting that was held, with its minutes."""
    with clock.at(day):
        held = begin(cast.unit, None, catalog.method(), by=cast.leader)
        AgendaTime.finish(held, by=cast.leader)
        Minutes.of(held).correct(by=cast.leader, version=None, text="Nøkkelen er funnet")


def report(cast: Cast, n: int) -> None:
    """One published, one approved, one draft."""
    for state in ("draft", "approved", "published"):
        made: Any = Report.draft(
            kind=Kind.INTRODUCTION, as_of=TODAY, by=cast.coordinator, unit=cast.unit,
            texts={"title": f"Rapport {n} {state}", "summary": "Det går framover"},
        )  # fmt: skip
        if state != "draft":
            made.approve(by=cast.director, figures=compute.figures(made))
        if state == "published":
            made.publish(by=cast.director)
