"""The method a municipality follows, and every version it kept: read, or taken out as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from bedre.people.middleware import public

from .. import catalog, queries
from ..format import schema_text
from ..forms import FollowForm
from ..models import MethodVersion


@require_GET
def method(request: HttpRequest) -> HttpResponse:
    """The method that is followed today, told in the reader's language."""
    request.who.require("method.see")
    version = queries.current_version()
    told = version.method if version else catalog.method()
    return render(
        request, "method/method.html", told_with(request, told, version=version, number=version.number if version else 0)
    )


@require_GET
def version(request: HttpRequest, number: int) -> HttpResponse:
    """A version as it was kept, whether it is followed or not."""
    request.who.require("method.see")
    kept = get_object_or_404(MethodVersion, number=number)
    return version_page(request, kept, FollowForm())


def version_page(request: HttpRequest, kept: MethodVersion, form: FollowForm, status: int = 200) -> HttpResponse:
    """The page of a version, with the form that lets the municipality follow it."""
    context = told_with(request, kept.method, version=kept, number=kept.number, form=form)
    return render(request, "method/version.html", context, status=status)


def told_with(request: HttpRequest, told: Any, **more: Any) -> dict[str, Any]:
    """What both pages of a method need: its parts, and the versions kept here."""
    who = request.who
    rights = {"may_edit": who.may("method.edit"), "may_adopt": who.may("method.adopt")}
    numbered = list(enumerate(told.steps, 1))
    parts = {level: [(number, step) for number, step in numbered if step.level == level] for level in ("municipality", "unit")}
    current = queries.current_version() if "form" in more else more["version"]
    return {"method": told, "parts": parts, "versions": queries.versions(), "current": current, **rights, **more}


@public
@require_GET
@cache_control(public=True, max_age=24 * 3600)
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema of the format, open to the editors that check a file while it is written."""
    return HttpResponse(schema_text(), content_type="application/schema+json; charset=utf-8")


@require_GET
def export(request: HttpRequest, number: int) -> HttpResponse:
    """A version as a file; 0 is the catalogue's."""
    request.who.require("method.see")
    kept = get_object_or_404(MethodVersion, number=number) if number else None
    text, name = (kept.text, kept.file_name) if kept else (catalog.text(), f"{catalog.DEFAULT}.yaml")
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
