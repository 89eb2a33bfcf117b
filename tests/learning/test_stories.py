"""A story: what a unit learned, told without names, for the others in the municipality."""

import datetime as dt
from decimal import Decimal

import pytest

from bedre.board.models import Improvement
from bedre.gain.fte import Factor
from bedre.gain.models import Gain, GainAgreement
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event
from bedre.kernel.redaction import redact
from bedre.learning import queries
from bedre.learning.models import Story
from bedre.people.access import as_person
from tests.cast import TODAY


def card(cast, title="Varer bestilles én gang i uka, ikke fire", **texts):
    return Improvement.just_did(unit=cast.unit, by=cast.employee, title=title, **texts)


def told(cast, **fields):
    fields = {"title": "Én handletur i uka", "problem": "Vi kjørte fire ganger", "result": "Vi kjører én gang", **fields}
    return Story.tell(unit=fields.pop("unit", cast.unit), by=cast.leader, **fields)


def test_a_story_is_told_from_a_done_card_once_and_leaves_an_event_without_its_text(harstad):
    done = card(harstad)
    story = told(harstad, improvement=done)
    with pytest.raises(DomainError):
        told(harstad, improvement=done)
    event = Event.objects.get(subject_id=story.pk)
    assert (event.verb, event.unit_id, event.changes) == ("story.told", harstad.unit.pk, {"improvement": str(done.pk)})
    story.take_back(by=harstad.leader)
    told(harstad, improvement=done)


def test_a_card_that_is_not_finished_or_another_units_cannot_be_told(harstad):
    unfinished = Improvement.hand_in(unit=harstad.unit, by=harstad.employee, title="Ny idé")
    with pytest.raises(DomainError):
        told(harstad, improvement=unfinished)
    with pytest.raises(DomainError):
        told(harstad, improvement=card(harstad), unit=harstad.other_unit)


@pytest.mark.parametrize("wrong", [{"title": " "}, {"result": ""}, {"title": "x" * 201}, {"problem": "x" * 10_001}])
def test_a_story_needs_a_title_and_how_it_went_and_nothing_is_cut(harstad, wrong):
    with pytest.raises(DomainError):
        told(harstad, **wrong)


def test_a_story_keeps_what_people_typed_and_tells_the_second_writer_that_it_changed(harstad):
    story = told(harstad, title="Boka på kjøkkenet 📕 čáppa", worked=False)
    assert story.title == "Boka på kjøkkenet 📕 čáppa"
    story.write(by=harstad.leader, version=1, result="Den ble glemt")
    with pytest.raises(StaleError):
        story.write(by=harstad.deputy, version=1, result="Noe annet")
    assert Story.objects.get().result == "Den ble glemt"


def test_a_story_shows_the_time_its_card_freed_and_what_that_became(harstad):
    done = card(harstad)
    factor = Factor(Decimal(1632), Decimal(46), "shift_35_5")
    agreement = GainAgreement.make(
        unit=harstad.unit, by=harstad.leader, purpose="turer med brukerne", for_whom="brukerne", agreed_on=dt.date(2015, 5, 1),
        staff="Tillitsvalgt",
    )  # fmt: skip
    gain = Gain.identify(
        unit=harstad.unit, by=harstad.leader, name="Handleturer", arithmetic="weekly", factor=factor, on=dt.date(2015, 5, 1),
        improvement=done, agreement=agreement, minutes=Decimal(60), people=1, times=Decimal(4),
    )  # fmt: skip
    told(harstad, improvement=done)
    before = queries.stories(as_person(harstad.employee))[0]
    assert (before.hours, before.mark, before.purpose) == (Decimal(4), "agreed", "turer med brukerne")
    gain.verify(answer="yes", on=TODAY, by=harstad.leader)
    assert queries.stories(as_person(harstad.employee))[0].mark == "realised"


def test_an_adviser_reads_only_the_stories_of_units_that_the_agreement_opens(harstad):
    told(harstad, title="Åpen")
    told(harstad, title="Lukket", unit=harstad.other_unit)
    assert [s.story.title for s in queries.stories(as_person(harstad.adviser))] == ["Åpen"]
    assert len(queries.stories(as_person(harstad.politician))) == 2


def test_stories_are_found_by_words_and_by_how_it_went(harstad):
    told(harstad, title="Bestilling", worked=True)
    told(harstad, title="Rapportbok", result="Ble glemt", worked=False)
    who = as_person(harstad.employee)
    assert [s.story.title for s in queries.stories(who, words="RAPPORT glemt")] == ["Rapportbok"]
    assert [s.story.title for s in queries.stories(who, worked=True)] == ["Bestilling"]


def test_what_is_redacted_is_gone_from_the_story(harstad):
    story = told(harstad, failed="Ola Nordmann glemte det")
    redact("Ola Nordmann", by=harstad.leader, reason="Navn på ansatt")
    story.refresh_from_db()
    assert story.failed == "(sladdet) glemte det"
