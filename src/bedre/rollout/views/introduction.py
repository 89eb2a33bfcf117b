"""A unit's introduction, and what is done with it as a whole."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..adopted import present
from ..forms.plan import CoachForm, ReasonForm, coaches
from ..queries import introduction_of
from .answer import page
from .lookup import place


@require_GET
def introduction(request: HttpRequest, slug: str) -> HttpResponse:
    """The unit's plan step by step; where there is none yet, how one comes about."""
    unit = request.who.unit_or_404(slug)
    request.who.require("rollout.see", unit)
    row = introduction_of(unit.id)
    if row is None:
        return page(request, "not_begun.html", unit=unit, may_plan=request.who.may("rollout.plan"))
    return page(request, "introduction.html", **pages.introduction(request.who, unit, row))


@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Set it aside for a while, or ask for support."""
    here = place(request, slug, "rollout.carry_out")
    form = ReasonForm(request.POST or None, initial={"on": clock.today()})
    if form.is_valid() and tried(form, lambda: here.introduction.pause(by=request.who.person, kind=kind, **form.typed)):
        return redirect("rollout:introduction", slug)
    return page(request, "pause.html", form, unit=here.unit, kind=kind)


@require_POST
def resume(request: HttpRequest, slug: str) -> HttpResponse:
    """Take it up again."""
    here = place(request, slug, "rollout.carry_out")
    here.introduction.resume(by=request.who.person, on=clock.today())
    return redirect("rollout:introduction", slug)


@require_POST
def stand_alone(request: HttpRequest, slug: str) -> HttpResponse:
    """The coach lets go."""
    here = place(request, slug, "rollout.plan")
    here.introduction.stand_alone(by=request.who.person, on=clock.today())
    messages.success(request, _("%(unit)s stands alone from today.") % {"unit": here.unit.name})
    return redirect("rollout:introduction", slug)


@require_http_methods(["GET", "POST"])
def coach_of(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the unit a coach."""
    here = place(request, slug, "rollout.plan")
    intro = here.introduction
    form = CoachForm(request.POST or None, initial={"coach": intro.coach_id, "version": intro.version})
    form.fields["coach"].queryset = coaches()
    data = form.cleaned_data if form.is_valid() else None
    if data and tried(form, lambda: intro.assign_coach(data["coach"], by=request.who.person, version=form.seen_version)):
        return redirect("rollout:introduction", slug)
    return page(request, "coach_of.html", form, unit=here.unit)


@require_http_methods(["GET", "POST"])
def move_method(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what changes when the introduction goes over to the municipality's present method, and do it on purpose."""
    here = place(request, slug, "rollout.plan")
    to = present()
    if to.version == here.introduction.method_version:
        raise Http404(slug)
    if request.method == "POST":
        here.introduction.move_to_method(to, by=request.who.person, on=clock.today(), version=pages.seen(request))
        messages.success(request, _("The introduction now follows %(method)s.") % {"method": to.name})
        return redirect("rollout:introduction", slug)
    return page(request, "move_method.html", **pages.method_move(here.unit, here.row, to))
