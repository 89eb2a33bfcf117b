"""Agreements with partners, and the advisers they let in."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.organisation.models import Agreement
from bedre.web.together import tried

from .. import pages
from ..advisers import add_adviser
from ..forms.municipality import AdviserForm, AgreementForm, EndForm
from .answer import page


@require_GET
def agreements(request: HttpRequest) -> HttpResponse:
    """Whom the municipality works with."""
    request.who.require("agreement.see")
    return page(request, "agreements.html", may=request.who.may("agreement.edit"), **pages.agreements())


@require_GET
def agreement(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One agreement with its units and advisers."""
    request.who.require("agreement.see")
    return page(
        request, "agreement.html", may=request.who.may("agreement.edit"), **pages.agreement(request.who, _agreement(key))
    )


@require_http_methods(["GET", "POST"])
def new_agreement(request: HttpRequest) -> HttpResponse:
    """Enter into an agreement."""
    request.who.require("agreement.edit")
    form = AgreementForm(request.POST or None, tree=request.who.tree, initial={"starts_on": clock.today()})
    made: list[Agreement] = []
    if form.is_valid() and tried(form, lambda: made.append(Agreement.make(by=request.who.person, **form.typed))):
        return redirect("rollout:agreement", made[0].pk)
    return page(request, "agreement_form.html", form)


@require_http_methods(["GET", "POST"])
def edit_agreement(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Change an agreement."""
    request.who.require("agreement.edit")
    agreement = _agreement(key)
    form = AgreementForm(request.POST or None, tree=request.who.tree, initial=pages.agreement_fields(agreement))
    if form.is_valid() and tried(form, lambda: agreement.write(by=request.who.person, version=form.seen_version, **form.typed)):
        return redirect("rollout:agreement", key)
    return page(request, "agreement_form.html", form, agreement=agreement)


@require_http_methods(["GET", "POST"])
def end_agreement(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """End it: advisers lose access that very day."""
    request.who.require("agreement.edit")
    agreement = _agreement(key)
    form = EndForm(request.POST or None, initial={"on": clock.today()})
    if form.is_valid() and tried(form, lambda: agreement.end(by=request.who.person, **form.typed)):
        messages.success(request, _("The agreement ends. Advisers lose access that day."))
        return redirect("rollout:agreement", key)
    return page(request, "agreement_end.html", form, agreement=agreement)


@require_http_methods(["GET", "POST"])
def new_adviser(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let an adviser of the partner in."""
    request.who.require("agreement.edit")
    agreement = _agreement(key)
    form = AdviserForm(request.POST or None)
    if form.is_valid() and tried(form, lambda: add_adviser(agreement, by=request.who.person, **form.typed)):
        messages.success(request, _("The adviser is added. An administrator sends the invitation."))
        return redirect("rollout:agreement", key)
    return page(request, "adviser.html", form, agreement=agreement)


def _agreement(key: uuid.UUID) -> Agreement:
    return get_object_or_404(Agreement.objects.prefetch_related("partners", "units"), pk=key)
