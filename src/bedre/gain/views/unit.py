"""A unit's gains and agreements."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.board.views.found import card_numbered
from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.method import queries as methods

from .. import queries, sums
from ..forms import AgreementForm, CheckForm, ChooseAgreementForm, GainForm, LapseForm, SignForm
from ..models import Gain, GainAgreement
from ..sentence import arithmetic


@require_GET
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """The unit's sums, gains and agreements as of today."""
    node = request.who.unit_or_404(slug)
    request.who.require("gain.see", node)
    today = clock.today()
    lines = queries.lines([node.id], today)
    context = {
        "unit": node,
        "lines": lines,
        "sums": sums.totals([line.gain.facts() for line in lines], today),
        "agreements": GainAgreement.objects.filter(unit_id=node.id),
        "may": {name: request.who.may(f"gain.{name}", node) for name in ("identify", "agree")},
        "sees_board": request.who.may("board.see", node),
    }
    return render(request, "gain/unit.html", context)


@require_http_methods(["GET", "POST"])
def identify(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down time that was found."""
    node = request.who.unit_or_404(slug)
    request.who.require("gain.identify", node)
    method = methods.current()
    card = card_numbered(node, request.GET.get("kort"))
    agreements = GainAgreement.objects.filter(unit_id=node.id)
    initial = {"name": card.title if card else ""}
    form = GainForm(request.POST or None, outcomes=method.gain_outcomes, agreements=agreements, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            factor = queries.factor_for(request.municipality, node, form.cleaned_data["on"])
            gain = Gain.identify(unit=node, by=request.who.person, improvement=card, factor=factor, **form.cleaned_data)
            messages.success(request, _("Written down as found: %(arithmetic)s.") % {"arithmetic": arithmetic(gain)})
            return redirect("gain:gain", gain.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    context = {"unit": node, "form": form, "card": card}
    return render(request, "gain/identify.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, slug: str) -> HttpResponse:
    """Write down what freed time is for. With `?gevinst=` the gain is put under it at once."""
    node = request.who.unit_or_404(slug)
    request.who.require("gain.agree", node)
    gain = _gain_of(node, request.GET.get("gevinst"))
    form = AgreementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            agreement = GainAgreement.make(unit=node, by=request.who.person, **form.cleaned_data)
            if gain is not None:
                gain.agree(agreement, by=request.who.person)
            messages.success(request, _("The agreement is written down."))
            return redirect("gain:gain", gain.pk) if gain else redirect("gain:unit", node.slug)
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "gain/agree.html", {"unit": node, "form": form, "gain": gain}, status=422 if form.errors else 200)


def _gain_of(node, key: str | None) -> Gain | None:
    try:
        return Gain.objects.filter(unit_id=node.id, pk=uuid.UUID(key or "")).first()
    except ValueError:
        return None


@require_GET
def gain(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One gain: its arithmetic, its agreement, its checks."""
    node, row = _found(request, key)
    return _page(request, node, row)


def _found(request: HttpRequest, key: uuid.UUID):
    row = queries.gains().filter(pk=key).first()
    if row is None or not request.who.sees(row.unit_id):
        raise Http404
    node = request.who.tree[row.unit_id]
    request.who.require("gain.see", node)
    return node, row


def _page(request: HttpRequest, node, row: Gain, status: int = 200, **forms) -> HttpResponse:
    stands = sums.standing(row.facts(), clock.today())
    agreements = list(GainAgreement.objects.filter(unit_id=node.id))
    context = {
        "unit": node,
        "gain": row,
        "line": queries.Line(row, stands) if stands else None,
        "arithmetic": arithmetic(row),
        "amount": sums.amount(row.hours, row.facts()),
        "agreed": next((fact for fact in row.agreements.all() if fact.withdrawn_at is None), None),
        "checks": row.checks.all(),
        "lapses": row.lapses.all(),
        "signatures": row.signatures.select_related("by"),
        "outcome": next((o for o in methods.current().gain_outcomes if o.key == row.outcome), None),
        "may": {name: request.who.may(f"gain.{name}", node) for name in ("agree", "check", "sign", "identify")},
        "choose_form": ChooseAgreementForm(agreements=agreements) if agreements else None,
        "check_form": CheckForm(),
        "lapse_form": LapseForm(),
        "sign_form": SignForm(),
        **forms,
    }
    return render(request, "gain/gain.html", context, status=status)


def _answer(request: HttpRequest, node: Any, row: Gain, name: str, form: Form, act: Callable[..., Any]) -> HttpResponse:
    """The steps all answers share: check the form, one verb, back to the gain; what is refused stands in its form."""
    if form.is_valid():
        try:
            act(**form.cleaned_data)
            return redirect("gain:gain", row.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    return _page(request, node, row, 422, **{name: form})


@require_POST
def choose(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Put a gain under an agreement that exists."""
    node, row = _found(request, key)
    request.who.require("gain.agree", node)
    form = ChooseAgreementForm(request.POST, agreements=GainAgreement.objects.filter(unit_id=node.id))
    return _answer(request, node, row, "choose_form", form, partial(row.agree, by=request.who.person))


@require_POST
def check(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Did it become so?"""
    node, row = _found(request, key)
    request.who.require("gain.check", node)

    def act(**data: Any) -> None:
        row.verify(by=request.who.person, **data)
        messages.success(request, _("Checked."))

    return _answer(request, node, row, "check_form", CheckForm(request.POST), act)


@require_POST
def lapse(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """It came to nothing."""
    node, row = _found(request, key)
    request.who.require("gain.identify", node)
    act = partial(row.lapse, on=clock.today(), by=request.who.person)
    return _answer(request, node, row, "lapse_form", LapseForm(request.POST), act)


@require_POST
def sign(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The controller found it in order."""
    node, row = _found(request, key)
    request.who.require("gain.sign", node)

    def act(**data: Any) -> None:
        row.sign(by=request.who.person, **data)
        messages.success(request, _("Signed."))

    return _answer(request, node, row, "sign_form", SignForm(request.POST), act)
