"""The overview, and the plan of a wave."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel import clock
from bedre.organisation.models import Unit
from bedre.web.together import tried

from .. import pages
from ..adopted import present
from ..forms.plan import ReasonForm, WaveForm, WaveUnitsForm, coaches
from ..models import Wave
from .answer import page
from .lookup import wave_or_404


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """All waves, the municipality's own steps, and the way to everything else."""
    request.who.require("rollout.see")
    return page(request, "overview.html", **pages.overview(request.who))


@require_GET
def wave(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The plan of one wave, week by week. An adviser sees only the units that the agreement opens."""
    request.who.require("rollout.see")
    found = pages.wave(request.who, wave_or_404(request, key))
    if not found["summary"].rows and not request.who.inside:
        raise Http404
    return page(request, "wave.html", **found)


@require_http_methods(["GET", "POST"])
def new_wave(request: HttpRequest) -> HttpResponse:
    """Propose a wave."""
    request.who.require("rollout.plan")
    form = WaveForm(request.POST or None, initial={"starts_on": clock.today()})
    made: list[Wave] = []
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(form, lambda: made.append(Wave.plan(by=request.who.person, **form.typed)))
    ):
        return redirect("rollout:wave_units", made[0].pk)
    return page(request, "wave_form.html", form)


@require_http_methods(["GET", "POST"])
def edit_wave(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change a wave's name and dates."""
    request.who.require("rollout.plan")
    wave = wave_or_404(request, key)
    fields = {name: getattr(wave, name) for name in ("name", "starts_on", "report_due", "note", "version")}
    form = WaveForm(request.POST or None, initial=fields)
    if form.is_valid() and tried(form, lambda: wave.write(by=request.who.person, version=form.seen_version, **form.typed)):
        return redirect("rollout:wave", wave.pk)
    return page(request, "wave_form.html", form, wave=wave)


@require_http_methods(["GET", "POST"])
def wave_units(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let units join a wave: each gets a plan with suggested dates, and its course days."""
    request.who.require("rollout.plan")
    wave = wave_or_404(request, key)
    form = WaveUnitsForm(request.POST or None, initial=pages.first_course_week(wave))
    form.fields["units"].offer(request.who.tree, pages.units_to_introduce(request.who))
    form.fields["coach"].queryset = coaches()
    if form.is_valid() and tried(form, lambda: _start(request, wave, form)):
        messages.success(request, _("The plan is made. Look through the dates."))
        return redirect("rollout:wave", wave.pk)
    return page(request, "wave_units.html", form, wave=wave)


def _start(request: HttpRequest, wave: Wave, form: WaveUnitsForm) -> None:
    data = form.cleaned_data
    wave.take_in(
        list[Unit](data["units"]),
        outline=present(),
        course_week=data["course_week"],
        coach=data["coach"],
        by=request.who.person,
    )


@require_POST
def decide_wave(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The leader group says yes."""
    request.who.require("rollout.decide")
    wave_or_404(request, key).decide(by=request.who.person, on=clock.today())
    messages.success(request, _("Decided. The units can begin."))
    return redirect("rollout:wave", key)


@require_http_methods(["GET", "POST"])
def send_back_wave(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The leader group sends it back with a reason."""
    request.who.require("rollout.decide")
    wave = wave_or_404(request, key)
    form = ReasonForm(request.POST or None, initial={"on": clock.today()})
    data = form.cleaned_data if form.is_valid() else {}
    if data and tried(form, lambda: wave.decide(by=request.who.person, on=data["on"], yes=False, reason=data["reason"])):
        return redirect("rollout:wave", key)
    return page(request, "wave_send_back.html", form, wave=wave)


@require_POST
def propose_wave(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put a wave that was sent back before the leader group again."""
    request.who.require("rollout.plan")
    wave_or_404(request, key).propose_again(by=request.who.person)
    return redirect("rollout:wave", key)
