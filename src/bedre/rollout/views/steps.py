"""One step of a unit's plan: its dates, moving it with what follows, done or not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..forms.plan import DoneForm, MoveForm, StepForm, people_around
from .answer import page
from .lookup import place


@require_http_methods(["GET", "POST"])
def edit_step(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """What a step is for; its dates, responsible and note for those who plan."""
    here = place(request, slug)
    step = here.step(key)
    if request.method == "POST":
        request.who.require("rollout.plan", here.unit)
    fields = {name: getattr(step, name) for name in ("first_on", "last_on", "note")}
    form = StepForm(
        request.POST or None, initial={**fields, "responsible": step.responsible_id, "version": here.introduction.version}
    )
    form.fields["responsible"].queryset = people_around(request.who.tree, here.unit.id)
    if form.is_valid() and tried(
        form, lambda: step.plan(by=request.who.person, version=form.seen_version, **form.typed), pages.plan_now(key)
    ):
        return redirect("rollout:introduction", slug)
    may = {action: request.who.may(f"rollout.{action}", here.unit) for action in ("plan", "carry_out")}
    may["finish"] = may["carry_out"] and pages.done_elsewhere(here.unit, step) is None
    return page(request, "step.html", form, unit=here.unit, may=may, **pages.step(here.introduction, step))


@require_http_methods(["GET", "POST"])
def move_step(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Choose a new first day; see what follows; then move the step alone or with all that follows."""
    here = place(request, slug, "rollout.plan")
    step = here.step(key)
    form = MoveForm(request.POST or request.GET or None, initial={"to": step.first_on, "version": here.introduction.version})
    shown = pages.step(here.introduction, step)
    if not form.is_valid():
        return page(request, "move.html", form, unit=here.unit, **shown)
    to, following = form.cleaned_data["to"], request.POST.get("reach") == "following"
    choosing = request.method == "GET"
    if not choosing and tried(
        form, lambda: step.move(to, by=request.who.person, version=form.seen_version, following=following), pages.plan_now(key)
    ):
        undo = reverse("rollout:move_back", args=[slug, key, here.introduction.version])
        messages.success(request, _("The plan is moved."), extra_tags=undo)
        return redirect("rollout:introduction", slug)
    return page(
        request,
        "move.html",
        form,
        unit=here.unit,
        moves=pages.moves(here, step, to),
        to=to,
        late=pages.too_late(here, step, to),
        **shown,
    )


@require_POST
def move_back(request: HttpRequest, slug: str, key: str, version: int) -> HttpResponse:
    """Undo a move, while nothing else in the plan was changed."""
    here = place(request, slug, "rollout.plan")
    here.step(key).move_back(by=request.who.person, version=version)
    messages.success(request, _("The plan stands as before."))
    return redirect("rollout:introduction", slug)


@require_http_methods(["GET", "POST"])
def finish_step(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """The step is done: when, and how many took part."""
    here = place(request, slug, "rollout.carry_out")
    step = here.step(key)
    if target := pages.done_elsewhere(here.unit, step):
        return redirect(target)
    form = DoneForm(request.POST or None, initial={"on": min(clock.today(), step.last_on)})
    if form.is_valid() and tried(form, lambda: step.finish(by=request.who.person, **form.typed)):
        return redirect("rollout:introduction", slug)
    return page(request, "done.html", form, unit=here.unit, **pages.step(here.introduction, step))


@require_POST
def reopen_step(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """It was not done after all."""
    here = place(request, slug, "rollout.carry_out")
    here.step(key).reopen(by=request.who.person)
    return redirect("rollout:introduction", slug)
