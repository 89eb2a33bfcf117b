"""What the item in focus shows: a card of a pile with what is prefilled, or a list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest

from bedre.board import queries as boards
from bedre.board.forms import WEIGHTS, BlockForm, DeclineForm, MergeForm, ParkForm
from bedre.board.life import ASIDE, State
from bedre.board.models import Improvement
from bedre.board.views.found import people_at
from bedre.kernel import clock
from bedre.method.parts import Method
from bedre.organisation.tree import Node

from . import queries

MOST_KEYS = 9
"""People beyond this many are a list to choose from, not a key each."""


def content(request: HttpRequest, node: Node, kind: str, method: Method) -> dict[str, Any]:
    """What an item of this kind shows, as context of the page."""
    if kind == "new":
        return _new(request, node, method)
    if kind == "follow_up":
        return _follow_up(request, node, method)
    if kind == "done":
        return {"cards": list(queries.done_since(node.id, queries.last_held(node.id)))}
    if kind == "who_does_what":
        return {"cards": queries.who_does_what(node.id)}
    return {}


def _new(request: HttpRequest, node: Node, method: Method) -> dict[str, Any]:
    """Ideas one by one: how much it helps, who, when, prefilled so that one touch takes it up."""
    pile = _pile(request, list(queries.new_cards(node.id)), method)
    card, people = pile["card"], people_at(node, clock.today())
    others = [other for other in boards.archive(node.id).exclude(state__in=ASIDE)[:200] if card and other.pk != card.pk]
    return pile | {
        "weights": [(key, words) for key, (words, _effort, _effect) in WEIGHTS.items()],
        "who": _who(people, None),
        "dates": _dates(node, None),
        "merge_form": MergeForm(cards=others) if others else None,
    }


def _follow_up(request: HttpRequest, node: Node, method: Method) -> dict[str, Any]:
    """Cards in work one by one: on to the next column, or what is in the way."""
    pile = _pile(request, list(queries.follow_up(node.id)), method)
    card, columns = pile["card"], method.board.columns
    place = next((n for n, column in enumerate(columns) if card and card.state in column.states), 0)
    people = people_at(node, clock.today())
    return pile | {
        "onward": columns[place + 1 :][:1],
        "elsewhere": [
            column for n, column in enumerate(columns) if n not in (0, place, place + 1) and State.DONE not in column.states
        ],
        "finish": next((column for column in columns[place + 2 :] if State.DONE in column.states), None),
        "stopped": next((block for block in card.blocks.all() if block.ended_at is None), None) if card else None,
        "overdue": (clock.today() - card.due_on).days if card and card.due_on and card.due_on < clock.today() else 0,
        "who": _who(people, card.responsible if card else None),
        "dates": _dates(node, card.due_on if card else None),
        "block_form": BlockForm(),
    }


def _pile(request: HttpRequest, cards: list[Improvement], method: Method) -> dict[str, Any]:
    """One card of the pile in focus (`?kort=`), and its neighbours."""
    wanted = request.GET.get("kort", "")
    place = next((n for n, card in enumerate(cards) if str(card.number) == wanted), 0)
    card = cards[place] if cards else None
    return {
        "cards": cards,
        "card": card,
        "place": place,
        "category": method.category(card.category) if card else None,
        "before": cards[place - 1] if place else None,
        "after": cards[place + 1] if place + 1 < len(cards) else None,
        "decline_form": DeclineForm(),
        "park_form": ParkForm(),
    }


def _who(people: list, chosen: Any) -> dict[str, Any]:
    """People to choose among: a key each when they are few."""
    return {"people": people, "chosen": chosen.pk if chosen else None, "keys": len(people) <= MOST_KEYS}


def _dates(node: Node, chosen: dt.date | None) -> dict[str, Any]:
    """The next two meetings, which most deadlines are, and the card's own."""
    today = clock.today()
    coming = boards.meetings([node.id], today + dt.timedelta(1), today + dt.timedelta(weeks=9))
    days = [meeting.on for meeting in coming][:2] or [today + dt.timedelta(7), today + dt.timedelta(14)]
    own = [chosen] if chosen and chosen not in days else []
    return {"days": own + days, "next": days[0], "chosen": chosen or days[0]}
