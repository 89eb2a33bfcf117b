"""The municipality's settings and its colour."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bedre.kernel.errors import DomainError, StaleError
from bedre.web import accent

from ..forms.municipality import HoursForm, NumberForm, SettingsForm, TitleForm
from ..models import HoursPerFte, MunicipalityNumber, MunicipalityTitle
from ..words import hours_kinds

WRITTEN = ("name", "name_official", "language", "accent", "weeks_per_year", "smallest_group", "version")


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Everything about the municipality on one page; POST writes the upper part."""
    request.who.require("organisation.edit")
    municipality = request.municipality
    form = SettingsForm(request.POST or None, initial={name: getattr(municipality, name) for name in WRITTEN})
    if request.method == "POST" and form.is_valid():
        try:
            municipality.write(by=request.who.person, version=form.cleaned_data["version"], **form.written())
        except StaleError as error:
            return _page(request, status=409, form=form, stale=str(error))
        except DomainError as error:
            form.add_error("smallest_group", str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("organisation:settings")
    return _page(request, status=422 if form.errors else 200, form=form)


@require_POST
def number(request: HttpRequest) -> HttpResponse:
    """A new number from a date."""
    return _state(request, "number_form", NumberForm(request.POST, auto_id="number_%s"), MunicipalityNumber)


@require_POST
def title(request: HttpRequest) -> HttpResponse:
    """A new title of the municipal director from a date."""
    return _state(
        request, "title_form", TitleForm(request.POST, auto_id="title_%s"), MunicipalityTitle, key="municipal_director"
    )


@require_POST
def hours(request: HttpRequest) -> HttpResponse:
    """New hours in an årsverk from a date; gains that are there keep the factor they were reckoned with."""
    return _state(request, "hours_form", HoursForm(request.POST, auto_id="hours_%s"), HoursPerFte)


def _state(request: HttpRequest, name: str, form: Any, what: Any, **key: str) -> HttpResponse:
    request.who.require("organisation.edit")
    if not form.is_valid():
        return _page(request, status=422, **{name: form})
    request.municipality.state(what, by=request.who.person, **form.cleaned_data, **key)
    messages.success(request, _("Saved."))
    return redirect("organisation:settings")


def _page(request: HttpRequest, status: int = 200, stale: str = "", **forms: Any) -> HttpResponse:
    municipality = request.municipality
    municipality.refresh_from_db()
    now = {name: getattr(municipality, name) for name in WRITTEN}
    called = hours_kinds()
    context = {
        "form": SettingsForm(initial=now), "number_form": NumberForm(auto_id="number_%s"), "title_form": TitleForm(auto_id="title_%s"),
        "hours_form": HoursForm(auto_id="hours_%s"),
        "numbers": MunicipalityNumber.objects.order_by("-valid_from"), "titles": MunicipalityTitle.objects.order_by("-valid_from"),
        "hours": [(called.get(row.kind, row.kind), row) for row in HoursPerFte.objects.order_by("kind", "-valid_from")],
        "stale": stale, "now": now, "shown_colour": accent.explain(accent.accent(municipality.accent)), **forms,
    }  # fmt: skip
    return render(request, "organisation/settings.html", context, status=status)


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def colour(request: HttpRequest) -> HttpResponse:
    """The municipality's colour as a style sheet, open to everybody: the sign-in page wears it too."""
    return HttpResponse(accent.css(accent.accent(request.municipality.accent)), content_type="text/css; charset=utf-8")


colour.public = True
