"""The municipality's own variant: written here or taken in from a file, and kept as a new version."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.text import whole

from .. import catalog
from ..forms import VariantForm
from ..models import MethodVersion


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Write the own variant. Faults come back with their lines, and nothing typed is lost."""
    request.who.require("method.edit")
    if request.method == "GET":
        return _page(request, VariantForm(initial=_to_begin_with(request.GET.get("fra", ""))))
    form = VariantForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        return _keep(request, form.cleaned_data)
    except StaleError as error:
        form.data = {**dict(form.data.items()), "seen": error.current.number}  # sent again, it is meant
        return _page(request, form, status=409, stale=error)
    except DomainError as error:
        form.add_error("on", str(error))
        return _page(request, form, status=422)


def _to_begin_with(number: str) -> dict[str, Any]:
    """The text to change: a version's, else the newest, else the catalogue's."""
    newest = MethodVersion.objects.first()
    chosen = MethodVersion.objects.filter(number=whole(number) or 0).first()
    begun = chosen or newest
    return {"text": begun.text if begun else catalog.text(), "seen": newest.number if newest else 0}


def _keep(request: HttpRequest, data: dict[str, Any]) -> HttpResponse:
    kept = MethodVersion.keep(data["text"], by=request.who.person, note=data["note"], seen=data["seen"])
    if data["on"]:
        kept.adopt(on=data["on"], by=request.who.person)
    messages.success(request, _("Version %d is kept.") % kept.number)
    return redirect("method:version", kept.number)


def _page(request: HttpRequest, form: VariantForm, status: int = 200, **more: Any) -> HttpResponse:
    count = len(form.problems)
    context = {
        "form": form,
        "problems": form.problems,
        "count": ngettext("The text has %d fault.", "The text has %d faults.", count) % count,
        "only_the_text": list(form.errors) == ["text"] and count > 0,
    }
    return render(request, "method/edit.html", {**context, **more}, status=status)
