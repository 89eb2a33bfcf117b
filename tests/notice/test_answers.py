"""The proposer gets the answer by e-mail, with its words in it."""

import datetime as dt

import pytest
from django.core import mail

from bedre.board.life import State
from bedre.board.models import Improvement

TITLE = "Ring apoteket før dosettskiftet"


def idea(cast, **fields):
    return Improvement.hand_in(unit=cast.unit, by=cast.employee, title=TITLE, **fields)


def test_a_no_is_sent_with_its_reason(harstad):
    card = idea(harstad)
    card.decline(by=harstad.leader, reason="Apoteket sender pakken klokka ni uansett.")
    [sent] = mail.outbox
    assert (sent.to, sent.subject) == (["employee@example.org"], f"Svar på forslaget ditt: {TITLE}")
    assert "Apoteket sender pakken klokka ni uansett." in sent.body
    assert f"/harstad/hjemmetjenesten-2/tavle/{card.number}/" in sent.body


def test_a_yes_says_who_and_until_when(harstad):
    card = idea(harstad)
    card.take_up(by=harstad.leader, responsible=harstad.deputy, due_on=dt.date(2015, 6, 22))
    [sent] = mail.outbox
    assert "Ja. Det er tatt inn og henger under «Planlegge» på tavla. Deputy har det. Fristen er 22.\xa0juni 2015." in sent.body


def test_parking_says_until_when_and_why(harstad):
    card = idea(harstad)
    card.park(by=harstad.leader, until=dt.date(2015, 8, 31), reason="Etter ferien")
    [sent] = mail.outbox
    assert "Ikke nå. Det kommer fram igjen 31.\xa0august 2015.\n\nEtter ferien" in sent.body


def test_a_merge_says_where_it_goes_on(harstad):
    card, other = idea(harstad), Improvement.hand_in(unit=harstad.unit, by=harstad.leader, title="Felles huskeliste")
    card.merge_into(other, by=harstad.leader)
    [sent] = mail.outbox
    assert f"Det går videre sammen med {other.code}, «Felles huskeliste»." in sent.body


def test_the_mail_speaks_the_language_of_the_one_who_proposed(harstad):
    harstad.employee.language = "nn"
    harstad.employee.save()
    card = idea(harstad)
    card.take_up(by=harstad.leader)
    [sent] = mail.outbox
    assert "Ja. Det er teke inn og heng under" in sent.body


@pytest.mark.parametrize("state", [State.IN_PROGRESS, State.DONE])
def test_only_the_move_that_takes_a_new_idea_up_is_an_answer(harstad, state):
    card = idea(harstad)
    card.move(by=harstad.leader, state=State.PRIORITISED)
    card.move(by=harstad.leader, state=state)
    assert len(mail.outbox) == 1


def test_nobody_is_told_what_they_did_themselves(harstad):
    Improvement.just_did(unit=harstad.unit, by=harstad.employee, title=TITLE)
    assert mail.outbox == []


def test_who_has_left_gets_no_mail(harstad):
    card = idea(harstad)
    harstad.employee.left_on = dt.date(2015, 6, 1)
    harstad.employee.save()
    card.take_up(by=harstad.leader)
    assert mail.outbox == []


def test_who_leaves_later_still_gets_the_answer(harstad):
    card = idea(harstad)
    harstad.employee.left_on = dt.date(2015, 7, 1)
    harstad.employee.save()
    card.take_up(by=harstad.leader)
    assert len(mail.outbox) == 1
