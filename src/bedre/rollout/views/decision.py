"""The municipality's decision: the alternatives considered, and why."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..adopted import present
from ..forms.municipality import DecisionForm
from ..models import Considered, Decision
from .answer import page


@require_GET
def decision(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One decision."""
    request.who.require("rollout.see_decision")
    return page(request, "decision.html", decision=_decision(key), may=request.who.may("rollout.record_decision"))


@require_http_methods(["GET", "POST"])
def new_decision(request: HttpRequest) -> HttpResponse:
    """Write down a decision."""
    request.who.require("rollout.record_decision")
    form = DecisionForm(request.POST or None, initial={"decided_on": clock.today()})
    made: list[Decision] = []
    if form.is_valid() and tried(form, lambda: made.append(_make(request, form))):
        return redirect("rollout:decision", made[0].pk)
    return page(request, "decision_form.html", form)


def _make(request: HttpRequest, form: DecisionForm) -> Decision:
    return Decision.make(by=request.who.person, alternatives=form.considered, method_version=present().version, **form.own)


@require_http_methods(["GET", "POST"])
def edit_decision(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Correct what was written."""
    request.who.require("rollout.record_decision")
    decision = _decision(key)
    written = [Considered(row.name, row.why, row.chosen) for row in decision.considered]
    form = DecisionForm(request.POST or None, alternatives=written, initial=pages.decision_fields(decision))
    if form.is_valid() and tried(
        form, lambda: decision.write(by=request.who.person, version=form.seen_version, alternatives=form.considered, **form.own)
    ):
        return redirect("rollout:decision", key)
    return page(request, "decision_form.html", form, decision=decision)


def _decision(key: uuid.UUID) -> Decision:
    return get_object_or_404(Decision.objects.prefetch_related("alternatives"), pk=key)
