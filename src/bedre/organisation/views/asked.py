"""What a page about units was asked for: the date, and the unit as it then was."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from bedre.kernel import clock

from ..models import Unit
from ..tree import Node, Tree, tree


def date_of(request: HttpRequest) -> dt.date:
    """`?dato=2015-06-15`, or today."""
    try:
        return dt.date.fromisoformat(request.GET.get("dato", ""))
    except ValueError:
        return clock.today()


def tree_of(request: HttpRequest, on: dt.date) -> Tree:
    """The tree on a date; today's is already there."""
    return request.who.tree if on == clock.today() else tree(on)


def node_or_404(request: HttpRequest, slug: str, then: Tree) -> Node:
    """The unit behind an address on the asked date, or else as of today; 404 when it is not for this person's eyes."""
    node = then.by_slug.get(slug) or request.who.tree.by_slug.get(slug)
    if node is None or not request.who.sees(node):
        raise Http404(slug)
    return node


def unit_to_change(request: HttpRequest, slug: str) -> Unit:
    """The unit an administrator is about to change; it may begin only later."""
    request.who.require("organisation.edit")
    return get_object_or_404(Unit, slug=slug)
