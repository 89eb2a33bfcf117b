"""The life of a card."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedre.board.life import ASIDE, ON_BOARD, State
from bedre.board.models import Board, Improvement
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event

TITLE = "Ring apoteket før dosettskiftet 🌻"


def hand_in(cast, title=TITLE, **fields) -> Improvement:
    return Improvement.hand_in(unit=cast.unit, by=cast.employee, title=title, **fields)


def verbs(card) -> list[str]:
    return list(Event.objects.filter(subject_id=card.pk).order_by("id").values_list("verb", flat=True))


def test_only_a_title_is_needed(harstad):
    card = hand_in(harstad)
    assert (card.code, card.state, card.title) == ("HT2-1", State.NEW, TITLE)
    assert hand_in(harstad).code == "HT2-2"


@pytest.mark.parametrize("title", ["", "   ", "x" * 201, "x" * 100_000])
def test_a_title_that_is_empty_or_too_long_is_refused(harstad, title):
    with pytest.raises(DomainError):
        hand_in(harstad, title)
    assert not Improvement.objects.exists()


@pytest.mark.parametrize("title", ["שלום עולם", "Hárstták ŋ đ", "O'Briens «skap» & <b>", "👩🏽‍🔧" * 20])
def test_what_people_type_is_kept_exactly(harstad, title):
    assert Improvement.objects.get(pk=hand_in(harstad, title).pk).title == title


def test_a_taken_up_idea_has_somebody_and_a_date(harstad):
    card = hand_in(harstad)
    card.take_up(by=harstad.leader, responsible=harstad.team, due_on=dt.date(2015, 6, 22))
    assert (card.state, card.responsible, card.answered_at is not None) == (State.PRIORITISED, harstad.team, True)


def test_a_no_needs_a_reason_that_stays(harstad):
    card = hand_in(harstad)
    with pytest.raises(DomainError):
        card.decline(by=harstad.leader, reason="  ")
    card.decline(by=harstad.leader, reason="Det finnes ikke penger i år")
    assert card.declines.get(ended_at=None).reason == "Det finnes ikke penger i år"
    assert verbs(card) == ["board.handed_in", "board.declined"]


def test_two_who_answer_at_once_give_one_answer(harstad):
    card = hand_in(harstad)
    other_tab = Improvement.objects.get(pk=card.pk)
    card.take_up(by=harstad.leader)
    with pytest.raises(DomainError):
        other_tab.take_up(by=harstad.deputy)


def test_a_parked_idea_comes_back_with_its_record_kept(harstad):
    card = hand_in(harstad)
    card.park(by=harstad.leader, until=dt.date(2015, 9, 1))
    card.take_back(by=harstad.leader)
    assert (card.state, card.answered_at) == (State.NEW, None)
    assert card.parkings.get().ended_at is not None


def test_parking_in_the_past_is_refused(harstad):
    with pytest.raises(DomainError):
        hand_in(harstad).park(by=harstad.leader, until=dt.date(2015, 6, 15))


def test_a_card_merges_into_another_on_the_same_board_only(harstad):
    card, other = hand_in(harstad), hand_in(harstad, "Nøkler i kodeskap")
    elsewhere = Improvement.hand_in(unit=harstad.other_unit, by=harstad.other_employee, title="Annet")
    for wrong in (card, elsewhere):
        with pytest.raises(DomainError):
            card.merge_into(wrong, by=harstad.leader)
    card.merge_into(other, by=harstad.leader)
    assert (card.state, card.merges.get().into) == (State.MERGED, other)
    with pytest.raises(DomainError):
        other.merge_into(card, by=harstad.leader)


def test_we_just_did_it_is_one_touch(harstad):
    card = Improvement.just_did(unit=harstad.unit, by=harstad.employee, title="Hansker på fast plass")
    assert (card.state, card.at_once, card.done_on) == (State.DONE, True, dt.date(2015, 6, 15))


def test_moving_a_new_card_on_answers_it(harstad):
    card = hand_in(harstad)
    card.move(by=harstad.employee, state=State.IN_PROGRESS)
    assert card.answered_at is not None


@pytest.mark.parametrize("state", sorted(ASIDE))
def test_a_card_does_not_leave_the_board_by_being_moved(harstad, state):
    with pytest.raises(DomainError):
        hand_in(harstad).move(by=harstad.leader, state=state)


def test_the_second_who_writes_is_told(harstad):
    card = hand_in(harstad)
    seen = card.version
    other_tab = Improvement.objects.get(pk=card.pk)
    card.write(by=harstad.employee, version=seen, problem="Det mangler noe i pakken")
    with pytest.raises(StaleError) as caught:
        other_tab.write(by=harstad.leader, version=seen, problem="Noe annet")
    assert caught.value.current.problem == "Det mangler noe i pakken"


def test_a_stopped_card_says_why_until_it_goes_on(harstad):
    card = hand_in(harstad)
    card.block(by=harstad.leader, reason="venter på svar fra juristen")
    with pytest.raises(DomainError):
        card.block(by=harstad.leader, reason="igjen")
    card.unblock(by=harstad.leader)
    assert card.blocks.filter(ended_at=None).count() == 0


def test_events_hold_no_free_text(harstad):
    card = hand_in(harstad, "Hemmelig tittel")
    card.write(by=harstad.employee, version=card.version, problem="Hemmelig problem")
    card.comment(by=harstad.leader, text="Hemmelig kommentar")
    card.decline(by=harstad.leader, reason="Hemmelig grunn")
    assert "Hemmelig" not in str(list(Event.objects.values_list("changes", flat=True)))


def test_inserting_in_the_same_place_again_and_again_keeps_the_order(harstad):
    first, last = hand_in(harstad, "først"), hand_in(harstad, "sist")
    placed = []
    for number in range(60):
        card = hand_in(harstad, f"kort {number}")
        last.refresh_from_db()
        card.move(by=harstad.employee, state=State.NEW, before=last)
        placed.append(card.title)
    order = list(Improvement.objects.order_by("position").values_list("title", flat=True))
    assert order == [first.title, *placed, last.title]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(moves=st.lists(st.sampled_from(ON_BOARD), min_size=1, max_size=6))
def test_a_card_is_done_exactly_while_it_stands_in_done(harstad, moves):
    card = hand_in(harstad)
    for state in moves:
        card.move(by=harstad.employee, state=state)
        assert (card.done_on is not None) == (card.state == State.DONE)


def test_a_board_in_health_starts_for_the_unit_only(harstad):
    harstad.nav.state(on=dt.date(2014, 1, 1), kind="social")
    assert Board.of(harstad.nav).closure is not None
    assert Board.of(harstad.unit).closure is None
