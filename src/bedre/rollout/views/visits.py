"""Guidance: a coach's visits to a unit, and the coach's own page."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..adopted import outline
from ..forms.plan import coaches
from ..forms.practice import VisitForm, VisitPlanForm, WhyForm
from ..models import CoachVisit
from .answer import page
from .lookup import place


@require_GET
def coach(request: HttpRequest) -> HttpResponse:
    """The units of a coach by step, the next visit of each, and what is late."""
    request.who.require("rollout.coach")
    return page(request, "coach.html", **pages.coach(request.who, everything="alle" in request.GET))


@require_http_methods(["GET", "POST"])
def new_visit(request: HttpRequest, slug: str) -> HttpResponse:
    """Plan a visit."""
    here = place(request, slug, "rollout.carry_out")
    form = VisitPlanForm(request.POST or None, initial={"on": clock.today(), "coach": here.introduction.coach_id})
    form.fields["coach"].queryset = coaches()
    if form.is_valid() and tried(form, lambda: CoachVisit.plan(here.introduction, by=request.who.person, **form.typed)):
        return redirect("rollout:introduction", slug)
    return page(request, "visit_new.html", form, unit=here.unit)


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """What was seen and agreed; who may carry out writes, others in the unit read."""
    here = place(request, slug)
    visit = here.visit(key)
    may = request.who.may("rollout.carry_out", here.unit)
    if request.method == "POST":
        request.who.require("rollout.carry_out", here.unit)
    form = VisitForm(request.POST or None, initial=pages.visit_fields(visit))
    if form.is_valid() and tried(form, lambda: visit.hold(by=request.who.person, version=form.seen_version, **form.typed)):
        messages.success(request, _("The visit is written down."))
        return redirect("rollout:introduction", slug)
    context = {"before": pages.visit_before(here.row, visit), "coach_title": outline(here.introduction.method_version).coach}
    return page(request, "visit.html", form, unit=here.unit, visit=visit, may=may, **context)


@require_http_methods(["GET", "POST"])
def move_visit(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Another date for a planned visit."""
    here = place(request, slug, "rollout.carry_out")
    visit = here.visit(key)
    form = VisitPlanForm(request.POST or None, initial={"on": visit.on, "version": visit.version})
    form.fields.pop("coach")
    if form.is_valid() and tried(form, lambda: visit.move(by=request.who.person, version=form.seen_version, **form.typed)):
        return redirect("rollout:introduction", slug)
    return page(request, "visit_new.html", form, unit=here.unit, visit=visit)


@require_http_methods(["GET", "POST"])
def call_off_visit(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """It will not be held, and why."""
    here = place(request, slug, "rollout.carry_out")
    visit = here.visit(key)
    form = WhyForm(request.POST or None)
    if form.is_valid() and tried(form, lambda: visit.call_off(by=request.who.person, **form.typed)):
        return redirect("rollout:introduction", slug)
    return page(request, "visit_call_off.html", form, unit=here.unit, visit=visit)
