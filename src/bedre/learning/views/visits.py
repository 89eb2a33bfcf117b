"""Study visits in both directions."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.web.together import tried

from .. import queries
from ..forms.study_visit import HeldForm, VisitForm
from ..models import Direction, StudyVisit


@require_GET
def visits(request: HttpRequest) -> HttpResponse:
    """Whom we visited, who visited us, and the two counters."""
    request.who.require("learning.visits")
    rows = queries.visits()
    context = {
        "groups": [(Direction(direction).label, direction, found) for direction, found in rows.items()],
        "counters": queries.counters(clock.today()),
        "may": request.who.may("learning.note_visit"),
    }
    return _page(request, "visits.html", **context)


@require_http_methods(["GET", "POST"])
def new_visit(request: HttpRequest) -> HttpResponse:
    """Note a contact or plan a visit."""
    request.who.require("learning.note_visit")
    initial = {"contact_on": clock.today(), "direction": Direction.VISITED_US}
    form = VisitForm(request.POST or None, tree=request.who.tree, initial=initial)
    made: list[StudyVisit] = []
    if form.is_valid() and tried(form, lambda: made.append(StudyVisit.note(by=request.who.person, **form.typed))):
        return redirect("learning:visit", made[0].pk)
    return _page(request, "visit_form.html", form)


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One visit; those who may, write on it."""
    request.who.require("learning.visits")
    visit = _visit(key)
    may = request.who.may("learning.note_visit")
    if request.method == "POST":
        request.who.require("learning.note_visit")
    form = VisitForm(request.POST or None, tree=request.who.tree, initial=_fields(visit))
    form.fields.pop("direction")
    if form.is_valid() and tried(
        form, lambda: visit.write(by=request.who.person, version=form.seen_version, **form.typed), _fields
    ):
        messages.success(request, _("Saved."))
        return redirect("learning:visit", key)
    held = HeldForm(initial={"on": min(visit.planned_on or clock.today(), clock.today())})
    units = [node for unit in visit.units.all() if (node := request.who.tree.nodes.get(unit.pk))]
    return _page(request, "visit.html", form, visit=visit, may=may, held_form=held, units=units)


@require_http_methods(["GET", "POST"])
def hold_visit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It took place, with so many."""
    request.who.require("learning.note_visit")
    visit = _visit(key)
    form = HeldForm(request.POST or None, initial={"on": clock.today()})
    if form.is_valid() and tried(form, lambda: visit.hold(by=request.who.person, **form.typed)):
        messages.success(request, _("The visit is written down as made."))
        return redirect("learning:visit", key)
    return _page(request, "visit_held.html", form, visit=visit)


def _visit(key: uuid.UUID) -> StudyVisit:
    return get_object_or_404(StudyVisit.objects.prefetch_related("helds", "units"), pk=key)


def _fields(visit: StudyVisit) -> dict[str, Any]:
    names = ("organisation", "contact_on", "planned_on", "who", "programme", "units_elsewhere", "followed", "version")
    return {name: getattr(visit, name) for name in names} | {"units": [unit.pk for unit in visit.units.all()]}


def _page(request: HttpRequest, template: str, form: Any = None, **context: Any) -> HttpResponse:
    refused = form is not None and form.is_bound and form.errors
    status = form.refused or 422 if refused else 200
    return render(request, f"learning/{template}", {"form": form, **context}, status=status)
