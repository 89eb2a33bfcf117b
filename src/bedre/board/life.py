"""The life of a card: its states and which way it may go. No database."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError


class State(TextChoices):
    """`new → prioritised → in_progress → testing → introduced → done`, and three ways aside."""

    NEW = "new"
    PRIORITISED = "prioritised"
    IN_PROGRESS = "in_progress"
    TESTING = "testing"
    INTRODUCED = "introduced"
    DONE = "done"
    DECLINED = "declined"
    PARKED = "parked"
    MERGED = "merged"


ASIDE = frozenset({State.DECLINED, State.PARKED, State.MERGED})
"""Off the board, with a reason; may be taken back."""

ON_BOARD = tuple(state for state in State if state not in ASIDE)
"""In order from left to right."""

WORKING = (State.PRIORITISED, State.IN_PROGRESS, State.TESTING, State.INTRODUCED)
"""Taken up and not done."""


def check_answer(state: str) -> None:
    """Raise DomainError unless a card in this state waits for its answer."""
    if state != State.NEW:
        raise DomainError(_("This idea already has an answer. Somebody may have been before you: look at the card."))


def check_seen(state: str, seen: str | None) -> None:
    """Raise DomainError when the card has left the state in which the one who answers saw it (None: not said)."""
    if seen and seen != state:
        raise DomainError(_("This idea already has an answer. Somebody may have been before you: look at the card."))


def check_open(state: str) -> None:
    """Raise DomainError for a card that is done or off the board."""
    if state == State.DONE:
        raise DomainError(_("The card is done. Move it back on the board first."))
    if state in ASIDE:
        raise DomainError(_("This idea already has an answer. Somebody may have been before you: look at the card."))


def check_move(state: str, to: str) -> None:
    """Raise DomainError for a move from or to a place off the board: those have verbs with reasons."""
    if state in ASIDE:
        raise DomainError(_("The card is off the board. Take it back first."))
    if to not in ON_BOARD:
        raise DomainError(_("A card leaves the board with a reason: say no, park it or merge it."))
