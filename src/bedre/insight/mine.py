"""One's own page: what waits for this person first, then ideas with their answers, tasks, meeting, deadlines, and what the roles are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from bedre.board.life import ASIDE, State
from bedre.board.models import Improvement
from bedre.board.queries.meetings import upcoming
from bedre.method import queries as methods
from bedre.method.parts import Method
from bedre.people.models import RoleKind as Kind
from bedre.rollout.queries.agenda import deadlines
from bedre.rollout.queries.known import Known

from .overview import besides
from .todo import todo

SHOWN = 30


def mine(request: HttpRequest) -> dict[str, Any]:
    """All that the page shows. A fixed number of queries for each role."""
    who = request.who
    method, known = methods.current(), Known()
    waiting = todo(request, known)
    return {
        "method": method,
        "waiting": waiting,
        "hands_in": who.home is not None and who.may("board.hand_in", who.home),
        "cards": [(card, answer(card)) for card in _handed_in(who.person)],
        "tasks": _taken_on(who.person),
        "leads": who.home is not None and who.may("board.lead", who.home),
        "meeting": upcoming(who.home.id) if who.home else None,
        "deadlines": besides(deadlines(who, known=known), waiting),
        "roles": _roles(who, method),
        "governs_only": who.holds(Kind.POLITICIAN) and not who.inside,
    }


def _handed_in(person: Any) -> Any:
    cards = Improvement.objects.filter(proposer=person).select_related("unit")
    return cards.prefetch_related("declines", "parkings", "merges__into").order_by("-handed_in_at")[:SHOWN]


def _taken_on(person: Any) -> Any:
    """Cards that this person is responsible for and that are not finished; the nearest date first, those without last."""
    cards = Improvement.objects.filter(responsible=person).exclude(state__in=(State.DONE, *ASIDE)).select_related("unit")
    return cards.order_by("due_on", "handed_in_at")[:SHOWN]


def answer(card: Improvement) -> str:
    """The words of the answer that an idea got, where there are any."""
    for records in (card.declines.all(), card.parkings.all()):
        for record in records:
            if record.ended_at is None:
                return record.reason
    return next((str(record.into) for record in card.merges.all() if record.ended_at is None), "")


@dataclass(frozen=True)
class Held:
    """A role that this person holds: its title, where, what it is for, and the page where it does most."""

    title: str
    unit: str
    does: str
    url: str


def _roles(who: Any, method: Method) -> list[Held]:
    return [_held(who, method, role) for role in who.roles if role.unit_id is None or role.unit_id in who.tree]


def _held(who: Any, method: Method, role: Any) -> Held:
    unit = who.tree[role.unit_id] if role.unit_id else None
    said = method.roles.get(role.kind)
    does = str(said.does) if said else ""
    return Held(method.role_title(role.kind), unit.name if unit else "", does, _place(role.kind, unit))


def _place(kind: str, unit: Any) -> str:
    if kind in PLACES:
        return reverse(PLACES[kind])
    return reverse("board:board", args=[unit.slug]) if unit is not None else reverse("insight:municipality")


PLACES: dict[str, str] = {
    Kind.LEADER_GROUP: "insight:municipality",
    Kind.POLITICIAN: "insight:municipality",
    Kind.COORDINATOR: "rollout:overview",
    Kind.ADVISER: "rollout:overview",
    Kind.COACH: "rollout:coach",
    Kind.CONTROLLER: "gain:overview",
    Kind.ADMINISTRATOR: "organisation:units",
    Kind.VISITOR: "learning:stories",
}
"""Roles by the page where they do most; the others do it at the board of their unit."""
