"""Training of coaches on the job, and their approval."""

from __future__ import annotations

import datetime as dt
import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.web.together import tried

from .. import pages
from ..forms.plan import coaches
from ..forms.practice import TraineeForm
from ..models import CoachTraining, Level
from .answer import page
from .lookup import place


@require_GET
def training(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is trained in this unit's introduction, and how far each has come."""
    here = place(request, slug)
    return page(request, "training.html", **pages.training(request.who, here))


@require_http_methods(["GET", "POST"])
def new_trainee(request: HttpRequest, slug: str) -> HttpResponse:
    """Let somebody be trained here."""
    here = place(request, slug, "rollout.train")
    form = TraineeForm(request.POST or None)
    form.fields["person"].queryset = coaches()
    data = form.cleaned_data if form.is_valid() else None
    if data and tried(form, lambda: CoachTraining.begin(here.introduction, person=data["person"], by=request.who.person)):
        return redirect("rollout:training", slug)
    return page(request, "trainee.html", form, unit=here.unit)


@require_POST
def note_training(request: HttpRequest, slug: str, key: uuid.UUID, step: str, level: str) -> HttpResponse:
    """Observed, together or alone: noted on the date sent, or taken back (`take_back`)."""
    here = place(request, slug, "rollout.train")
    training = _training(here, key)
    if level not in Level.values or step not in dict(pages.training_steps(here.introduction)):
        raise Http404(level)
    if "take_back" in request.POST:
        training.take_back(step=step, level=level, by=request.who.person)
    else:
        training.note(step=step, level=level, on=_day(request), by=request.who.person)
    return redirect("rollout:training", slug)


@require_POST
def approve_training(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Approve as a coach."""
    here = place(request, slug, "rollout.approve_training")
    _training(here, key).approve(by=request.who.person, on=clock.today())
    messages.success(request, _("Approved as coach."))
    return redirect("rollout:training", slug)


def _day(request: HttpRequest) -> dt.date:
    """The date sent, else today. Raises DomainError for what is no date."""
    sent = request.POST.get("on")
    on = parse_date(sent) if sent else clock.today()
    if on is None:
        raise DomainError(_("Choose a date."))
    return on


def _training(here, key: uuid.UUID) -> CoachTraining:
    return get_object_or_404(here.introduction.trainings.prefetch_related("notes", "approvals"), pk=key)
