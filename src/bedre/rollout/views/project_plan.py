"""The unit's project plan: read, write a new version, look at an old one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.web.together import tried

from .. import pages
from ..adopted import outline
from ..forms.practice import PlanForm
from ..models import ProjectPlan
from .answer import page
from .lookup import place


@require_GET
def project_plan(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """The newest version, or version `number`; prints on one sheet."""
    here = place(request, slug)
    plan = ProjectPlan.objects.filter(introduction=here.introduction).first()
    versions = list(plan.versions.select_related("by").prefetch_related("lines")) if plan else []
    shown = versions[0] if versions else None
    if number is not None:
        shown = get_object_or_404(plan.versions.select_related("by").prefetch_related("lines"), number=number) if plan else None
    may = request.who.may("rollout.write_plan", here.unit)
    asks = outline(here.introduction.method_version).asks
    return page(request, "project_plan.html", unit=here.unit, versions=versions, shown=shown, may=may, asks=asks)


@require_http_methods(["GET", "POST"])
def write_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Write a new version, starting from the newest."""
    here = place(request, slug, "rollout.write_plan")
    plan = ProjectPlan.objects.filter(introduction=here.introduction).first() or ProjectPlan(introduction=here.introduction)
    why, lines = pages.plan_text(plan)
    asks = outline(here.introduction.method_version).asks
    form = PlanForm(request.POST or None, asks=asks, lines=lines, initial={"why": why, "version": plan.version})
    if form.is_valid() and tried(form, lambda: _write(request, here, form), pages.plan_fields):
        messages.success(request, _("The plan is saved as a new version."))
        return redirect("rollout:project_plan", slug)
    return page(request, "project_plan_form.html", form, unit=here.unit)


def _write(request: HttpRequest, here, form: PlanForm) -> None:
    ProjectPlan.of(here.introduction).write(
        by=request.who.person, version=form.seen_version, why=form.cleaned_data["why"], lines=form.lines
    )
