"""From an address to the meeting that one may lead there."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from bedre.board.models import Meeting
from bedre.board.views.found import unit_with_board
from bedre.organisation.tree import Node

from .. import queries


def led(request: HttpRequest, slug: str) -> Node:
    """The unit whose meeting this person may lead. 403 for others."""
    node = unit_with_board(request, slug)
    request.who.require("board.lead", node)
    return node


def led_now(request: HttpRequest, slug: str) -> tuple[Node, Meeting]:
    """The unit and its running meeting. 404 when none runs."""
    node = led(request, slug)
    row = queries.running(node.id)
    if row is None:
        raise Http404(slug)
    return node, row
