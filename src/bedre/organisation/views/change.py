"""Changing units from a date. Each page is one form and one verb; earlier dates keep what was true of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.web.norsk import date

from ..forms.unit import CloseForm, MergeForm, MoveForm, NewUnitForm, UnitForm
from ..models import Unit, UnitFact
from ..queries import later_change
from ..tree import tree
from .asked import unit_to_change


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new unit."""
    request.who.require("organisation.edit")
    initial = {"kind": "operation", "hours_kind": "office", "parent": request.GET.get("under", "")}
    form = NewUnitForm(request.POST or None, tree=tree(clock.today()), initial=initial)

    def make() -> Unit:
        data = form.cleaned_data
        named = {name: data[name] for name in ("slug", "prefix", "code")}
        return Unit.make(on=data["on"], by=request.who.person, parent=form.chosen("parent"), **named, **form.stated())

    return _answer(request, form, make, {"title": _("A new unit"), "button": _("Add the unit")})


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Name, kind, size and working time from a date."""
    unit = unit_to_change(request, slug)
    fact = _known(unit)
    form = UnitForm(request.POST or None, tree=tree(clock.today()), initial={name: getattr(fact, name) for name in fact.STATED})
    page = {"title": _("Change the unit"), "button": _("Save"), "unit": unit, "seen": fact.pk, "name": fact.name}
    return _answer(request, form, lambda: unit.state(on=form.cleaned_data["on"], by=request.who.person, **form.stated()), page)


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """To another place in the tree from a date."""
    unit = unit_to_change(request, slug)
    now = tree(clock.today())
    fact = _known(unit)
    form = MoveForm(request.POST or None, tree=now, initial={"parent": str(fact.parent_id or "")})
    page = {"title": _("Move the unit"), "button": _("Move"), "unit": unit, "seen": fact.pk, "name": fact.name}
    page["lead"] = _("Everything below it comes along. Figures of earlier dates still use the tree of that time.")
    return _answer(
        request, form, lambda: unit.state(on=form.cleaned_data["on"], by=request.who.person, parent=form.chosen("parent")), page
    )


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, slug: str) -> HttpResponse:
    """Into another unit from a date."""
    unit = unit_to_change(request, slug)
    fact = _known(unit)
    form = MergeForm(request.POST or None, tree=tree(clock.today()))
    page = {"title": _("Merge the unit"), "button": _("Merge"), "unit": unit, "seen": fact.pk, "name": fact.name}
    page["lead"] = _("Its board and history can still be read. Those who belong to it belong to the other unit from that date.")
    return _answer(
        request, form, lambda: unit.close(on=form.cleaned_data["on"], by=request.who.person, into=form.chosen("into")), page
    )


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """No more from a date."""
    unit = unit_to_change(request, slug)
    fact = _known(unit)
    form = CloseForm(request.POST or None, tree=tree(clock.today()))
    page = {"title": _("Close the unit"), "button": _("Close the unit"), "unit": unit, "seen": fact.pk, "name": fact.name}
    page |= {"danger": True, "lead": _("Its board and history can still be read. Figures of earlier dates still count it.")}
    return _answer(request, form, lambda: unit.close(on=form.cleaned_data["on"], by=request.who.person), page)


def _answer(request: HttpRequest, form: Form, act: Callable[[], Any], page: dict[str, Any]) -> HttpResponse:
    unit = page.get("unit")
    if request.method == "POST" and form.is_valid() and not _overtaken(request, page):
        try:
            done = act()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return _redirect(request, unit or done, form.cleaned_data["on"])
    status = 409 if page.get("overtaken") else 422 if form.errors else 200
    return render(request, "organisation/unit_form.html", {**page, "form": form}, status=status)


def _overtaken(request: HttpRequest, page: dict[str, Any]) -> bool:
    """Whether somebody stated something else since the page was opened."""
    page["overtaken"] = "seen" in page and request.POST.get("seen", str(page["seen"])) != str(page["seen"])
    return page["overtaken"]


def _redirect(request: HttpRequest, unit: Unit, on: Any) -> HttpResponse:
    messages.success(request, _("Saved."))
    if later := later_change(unit, on):
        told = {"date": date(later, get_language() or "nb")}
        messages.warning(request, _("From %(date)s something else is already noted for the unit, and holds from then.") % told)
    return redirect("organisation:unit", unit.slug)


def _known(unit: Unit) -> UnitFact:
    """What is true of the unit today, or will first be true of one that begins later."""
    return unit.fact(clock.today()) or unit.facts.earliest("valid_from")
