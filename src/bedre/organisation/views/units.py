"""The municipality's units as of a date, and one of them with its history."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bedre.kernel import clock

from ..history import history
from ..models import Unit
from ..queries import facts_of, rows
from ..words import hours_kinds, kinds
from .asked import date_of, node_or_404, tree_of


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The tree on `?dato`, searched by `?q`. One query for the tree."""
    request.who.require("organisation.see")
    on, sought = date_of(request), request.GET.get("q", "")[:200]
    then = tree_of(request, on)
    found = rows(then, sought)
    context = {"on": on, "q": sought, "rows": found, "all": len(then), "counting": len(then.counting)}
    context |= {"now": on == clock.today(), "may_edit": request.who.may("organisation.edit")}
    return render(request, "organisation/units.html", context)


@require_safe
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit on `?dato`: where it lies, how big it is, what lies below it, and its history in sentences."""
    on = date_of(request)
    then = tree_of(request, on)
    node = node_or_404(request, slug, then)
    object_ = get_object_or_404(Unit, pk=node.id)
    names = {**request.who.tree.nodes, **then.nodes}
    entries = history(facts_of(object_), lambda key: names[key].name if key in names else _("a unit of another time"))
    context = {"node": node, "unit": object_, "on": on, "now": on == clock.today(), "history": entries}
    context |= {"above": then.above(node.id)[::-1], "below": then.children(node.id), "kind": kinds().get(node.kind, node.kind)}
    context |= {"there": node.id in then.nodes, "hours_kind": hours_kinds().get(node.hours_kind, node.hours_kind)}
    context |= {"into": names.get(node.merged_into_id), "may_edit": request.who.may("organisation.edit")}
    return render(request, "organisation/unit.html", context)
