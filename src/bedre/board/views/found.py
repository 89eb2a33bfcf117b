"""From an address to what this person may see there: the only way to a board or a card."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from bedre.kernel.text import whole
from bedre.organisation.tree import Node
from bedre.people.models import Person, Role, RoleKind

from ..models import Board, Improvement

AT_THE_UNIT = (RoleKind.EMPLOYEE, RoleKind.UNIT_LEADER, RoleKind.DEPUTY, RoleKind.IMPROVEMENT_TEAM)


def unit_with_board(request: HttpRequest, slug: str) -> Node:
    """The unit, when its board exists for this person. 404 for a closed board, 403 for roles that see no boards."""
    who = request.who
    node = who.unit_or_404(slug)
    if not who.may("board.see", node):
        if who.inside:
            raise Http404(slug)
        who.require("board.see", node)
    return node


def card(request: HttpRequest, slug: str, number: int) -> tuple[Node, Improvement]:
    """The unit and the card with that number on its board."""
    node = unit_with_board(request, slug)
    rows = Improvement.objects.select_related("unit", "responsible", "proposer")
    row = rows.prefetch_related("declines", "parkings", "blocks", "comments").filter(unit_id=node.id, number=number).first()
    if row is None:
        raise Http404(number)
    return node, row


def card_numbered(node: Node, number: str | None) -> Improvement | None:
    """The card on the unit's board with a number as it came in an address or a form; None for what is none."""
    wanted = whole(number)
    return Improvement.objects.filter(unit_id=node.id, number=wanted).first() if wanted is not None else None


def board_of(node: Node) -> Board:
    """The unit's board, made on first use."""
    return Board.objects.filter(unit_id=node.id).first() or Board.of(node)


def people_at(node: Node, today: Any) -> list[Person]:
    """Who may be responsible for a card: the unit's own people, by name."""
    roles = Role.objects.filter(unit_id=node.id, kind__in=AT_THE_UNIT, person__left_on=None).select_related("person")
    return sorted({role.person for role in roles if role.in_force(today)}, key=lambda person: person.name.casefold())
