"""The answer to an idea, in the words it was given, to the one who proposed it."""

from __future__ import annotations

from typing import Any

from bedre.board.life import State
from bedre.board.models import Improvement
from bedre.kernel import clock, events
from bedre.kernel.models import Event
from bedre.method import queries as methods

from . import mail

ANSWERS = ("board.taken_up", "board.declined", "board.parked", "board.merged", "board.moved", "board.done")


def send_answer(event: Event) -> None:
    """Mail the proposer, unless the proposer answered, or the idea had its answer before."""
    card = Improvement.objects.select_related("proposer__municipality", "responsible", "unit").get(pk=event.subject_id)
    if card.proposer is None or card.proposer_id == event.actor_id or not _answers(event):
        return
    mail.send(
        card.proposer, "notice/mail/answer", {"kind": event.verb, "card": card, "unit": _name(card), **_words(event, card)}
    )


for _verb in ANSWERS:
    events.after(_verb)(send_answer)


def _answers(event: Event) -> bool:
    """Whether the verb answered a new idea: a move does where it took the card out of the new ones, done where it was done at once."""
    if event.verb == "board.moved":
        return event.changes["from"] == State.NEW
    return event.verb != "board.done" or event.changes["at_once"]


def _words(event: Event, card: Improvement) -> dict[str, Any]:
    """What was said with the answer, as it stands now: a text that was redacted since is not sent."""
    if event.verb == "board.declined":
        return {"reason": card.declines.get(pk=event.changes["decline"]).reason}
    if event.verb == "board.parked":
        parking = card.parkings.get(pk=event.changes["parking"])
        return {"reason": parking.reason, "until": parking.until}
    if event.verb == "board.merged":
        return {"into": Improvement.objects.get(pk=event.changes["into"])}
    return {"column": methods.current().board.column_of(card.state)}


def _name(card: Improvement) -> str:
    fact = card.unit.fact(clock.today())
    return fact.name if fact else card.unit.slug
