"""The stage of the walk: the cast, joined by neighbours, and one of everything that an address can name, in three units."""

from __future__ import annotations

import datetime as dt
import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bedre.board.models import Improvement, Meeting, Rhythm
from bedre.exchange.models import Import
from bedre.exchange.models import State as ImportState
from bedre.files.storage import accept_photo
from bedre.gain.models import Arithmetic, Gain, GainAgreement
from bedre.huddle.models import AgendaTime, begin
from bedre.kernel.tenancy import active
from bedre.learning.models import Direction, Story, StudyVisit
from bedre.measure.models import Direction as Better
from bedre.measure.models import Goal, Measure
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.organisation.models import Agreement, AgreementUnit, Partner, Unit
from bedre.people.models import Invitation, Person, RoleKind
from bedre.report import compute
from bedre.report.models import Kind, Report
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
from tests.cast import START, TODAY, Cast, make_cast, make_person
from tests.gain.test_gain import FACTOR

Things = dict[str, str]
"""What stands in an address, by the word before it (`pulje` → a wave's key), or by its own name."""

OF_UNIT = "Navnet på et kort i "
"""How the title of every card begins; the unit's name follows."""


def make_stage() -> tuple[Cast, dict[str, Things]]:
    """The cast with everything at `unit`, at the `other_unit` of the same municipality, and at the unit `elsewhere`."""
    cast = make_cast()
    with active(cast.municipality):
        _neighbours(cast)
        things = {
            "unit": furnish(cast.unit, by=cast.leader, coach=cast.coach),
            "other_unit": furnish(cast.other_unit, by=cast.other_leader, coach=cast.other_coach, cards=3),
        }
        _adopt(cast.coordinator)
    with active(cast.elsewhere):
        things["elsewhere"] = furnish(cast.elsewhere_unit, by=cast.stranger, coach=cast.stranger, cards=6)
        _adopt(cast.stranger)
    return cast, things


def _neighbours(cast: Cast) -> None:
    """Those who hold at the other unit what others hold at the unit, and an adviser whose agreement has ended."""
    cast.people["other_coach"] = make_person("other_coach", RoleKind.COACH, cast.other_unit)
    cast.people["other_rep"] = make_person("other_rep", RoleKind.UNION_REP, cast.other_unit)
    for name, unit, ends_on in (("other_adviser", cast.other_unit, None), ("former_adviser", cast.unit, TODAY)):
        agreement = Agreement.objects.create(title=name, starts_on=START, ends_on=ends_on)
        AgreementUnit.objects.create(agreement=agreement, unit=unit)
        cast.people[name] = make_person(name, RoleKind.ADVISER, None)
        cast.people[name].roles.update(agreement=agreement)


def furnish(unit: Unit, *, by: Person, coach: Person, cards: int = 0) -> Things:
    """One of everything that belongs to a unit or its municipality. `cards` more cards, so that numbers tell units apart."""
    kinds = (_gains(unit, by), _introduction(unit, by, coach), _municipality(unit, by), _people(unit, by))
    things = {"slug": unit.slug, "versjon": "1", **_board(unit, by, cards)}
    return {**things, **{word: key for kind in kinds for word, key in kind.items()}}


def _board(unit: Unit, by: Person, cards: int) -> Things:
    name = unit.fact(TODAY).name
    for n in range(cards):
        Improvement.hand_in(unit=unit, by=by, title=f"{OF_UNIT}{name}, {n}")
    card = Improvement.hand_in(unit=unit, by=by, title=f"{OF_UNIT}{name}")
    done = Improvement.just_did(unit=unit, by=by, title=f"{OF_UNIT}{name}, gjort")
    Rhythm.settle(unit=unit, weekday=2, at=dt.time(13, 30), valid_from=dt.date(2015, 6, 1), by=by)
    held = Meeting.plan(unit=unit, on=dt.date(2015, 6, 10), at=dt.time(13, 30), by=by)
    held.start(by=by)
    AgendaTime.finish(held, by=by)
    begin(unit, None, catalog.method(), by=by)
    goal = Goal.state(unit=unit, title="Kortere morgenmøte", by=by)
    measure = Measure.add(goal, by=by, name="Morgenmøtet", unit_of_measure="minutter", direction=Better.LESS)
    photo = accept_photo(SimpleUploadedFile("bilde.png", _png()), owner=card, by=by)
    story = Story.tell(unit=unit, by=by, title="Kortere morgenmøte", result="Det gikk fint")
    return {
        "tavle": str(card.number), "ny": str(done.number), "moter": str(held.pk), "mote": str(held.pk), "mal": str(measure.pk), "fil": str(photo.pk),
        "erfaringer": str(story.pk),
    }  # fmt: skip


def _png() -> bytes:
    packed = io.BytesIO()
    Image.new("RGB", (4, 4)).save(packed, "PNG")
    return packed.getvalue()


def _gains(unit: Unit, by: Person) -> Things:
    gain = Gain.identify(
        unit=unit,
        by=by,
        factor=FACTOR,
        name="Morgenmøtet",
        arithmetic=Arithmetic.WEEKLY,
        minutes=15,
        people=4,
        times=5,
        on=TODAY,
    )
    GainAgreement.make(unit=unit, by=by, purpose="Turer", for_whom="Brukerne", staff="Tillitsvalgt", agreed_on=TODAY)
    return {"gevinster": str(gain.pk)}


def _introduction(unit: Unit, by: Person, coach: Person) -> Things:
    wave = Wave.plan(name=f"Pulje {unit.slug}", starts_on=dt.date(2015, 1, 12), report_due=dt.date(2015, 6, 30), by=by)
    wave.take_in([unit], outline=present(), course_week=dt.date(2015, 2, 9), coach=coach, by=by)
    introduction = Introduction.objects.get(unit=unit)
    visit = CoachVisit.plan(introduction, on=TODAY, by=by, coach=coach)
    ProjectPlan.of(introduction).write(by=by, version=1, why="Fordi", lines=[Line("Bedre tid")])
    training = CoachTraining.begin(introduction, person=coach, by=by)
    step, level = present().trained_in[0][0], "observed"
    return {
        "pulje": str(wave.pk), "besok": str(visit.pk), "plan": "1", "opplaring": str(training.pk), "step": step, "level": level,
        "kursdag": "1", "version": "1", "steg": "project_plan",
    }  # fmt: skip


def _municipality(unit: Unit, by: Person) -> Things:
    partner = Partner.objects.create(name=f"Partner {unit.slug}")
    agreement = Agreement.make(title=f"Avtale {unit.slug}", partners=[partner], starts_on=START, by=by)
    briefing = Briefing.plan(audience="union", on=TODAY, by=by, name=f"Tillitsvalgte {unit.slug}")
    decision = Decision.make(title="Vi velger", decided_on=TODAY, by=by, alternatives=[Considered("Vestre Toten")])
    visit = StudyVisit.note(direction=Direction.VISITED_US, organisation="Rana kommune", contact_on=TODAY, by=by)
    texts = {"title": "Innføringen", "summary": "Kort sagt"}
    draft = Report.draft(kind=Kind.INTRODUCTION, as_of=TODAY, by=by, texts=texts, unit=unit)
    report = Report.draft(kind=Kind.INTRODUCTION, as_of=TODAY, by=by, texts=texts, unit=unit)
    report.approve(by=by, figures=compute.figures(report))
    report.publish(by=by)
    return {
        "avtaler": str(agreement.pk), "orienteringer": str(briefing.pk), "beslutning": str(decision.pk),
        "studiebesok": str(visit.pk), "rapporter": str(report.pk), "draft": str(draft.pk),
    }  # fmt: skip


def _people(unit: Unit, by: Person) -> Things:
    person = make_person(f"newcomer-{unit.slug}", RoleKind.EMPLOYEE, unit)
    guest = Person.add(name="Gjest", by=by)
    _invitation, secret = Invitation.make(guest, by=by)
    run = Import.objects.create(kind="units", name="enheter.xlsx", content=b"", on=TODAY, by=by, state=ImportState.PLANNED)
    return {
        "folk": str(person.pk), "rolle": str(person.roles.get().pk), "invitasjon": secret, "import": str(run.pk),
        "word": "enheter",
    }  # fmt: skip


def _adopt(by: Person) -> None:
    """Follow a method only now, so that the introductions can go over to it."""
    MethodVersion.keep(catalog.text(), by=by).adopt(on=TODAY, by=by)
