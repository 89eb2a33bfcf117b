"""Briefings of those who must know."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..forms.municipality import BriefingForm, CameForm
from ..models import Briefing
from .answer import page


@require_GET
def briefings(request: HttpRequest) -> HttpResponse:
    """Who has been briefed, and who will be."""
    request.who.require("rollout.see_decision")
    return page(request, "briefings.html", may=request.who.may("rollout.brief"), **pages.briefings())


@require_http_methods(["GET", "POST"])
def new_briefing(request: HttpRequest) -> HttpResponse:
    """Plan a briefing."""
    request.who.require("rollout.brief")
    form = BriefingForm(
        request.POST or None, audiences=pages.audiences(), initial={"on": clock.today(), "wave": request.GET.get("pulje")}
    )
    made: list[Briefing] = []
    if form.is_valid() and tried(form, lambda: made.append(Briefing.plan(by=request.who.person, **form.typed))):
        return redirect("rollout:briefing", made[0].pk)
    return page(request, "briefing_form.html", form)


@require_http_methods(["GET", "POST"])
def briefing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One briefing; those who may, write on it."""
    request.who.require("rollout.see_decision")
    briefing = _briefing(key)
    may = request.who.may("rollout.brief")
    if request.method == "POST":
        request.who.require("rollout.brief")
    form = BriefingForm(request.POST or None, audiences=pages.audiences(), initial=pages.briefing_fields(briefing))
    if form.is_valid() and tried(form, lambda: briefing.write(by=request.who.person, version=form.seen_version, **form.typed)):
        messages.success(request, _("Saved."))
        return redirect("rollout:briefing", key)
    came = CameForm(initial={"on": min(briefing.on, clock.today())}, auto_id="came_%s")
    audience = dict(pages.audiences()).get(briefing.audience, briefing.audience)
    return page(request, "briefing.html", form, briefing=briefing, came_form=came, may=may, audience=audience)


@require_http_methods(["GET", "POST"])
def hold_briefing(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It was held, and so many came."""
    request.who.require("rollout.brief")
    briefing = _briefing(key)
    form = CameForm(request.POST or None, initial={"on": min(briefing.on, clock.today())})
    if form.is_valid() and tried(form, lambda: briefing.hold(by=request.who.person, **form.typed)):
        messages.success(request, _("The briefing is written down as held."))
        return redirect("rollout:briefings")
    return page(request, "briefing_held.html", form, briefing=briefing)


def _briefing(key: uuid.UUID) -> Briefing:
    return get_object_or_404(Briefing.objects.select_related("partner", "wave").prefetch_related("helds"), pk=key)
