"""The method a municipality follows: reading, adopting, changing, taking out."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError

from . import catalog, queries
from .forms import AdoptForm, VariantForm
from .models import MethodVersion


@require_GET
def method(request: HttpRequest) -> HttpResponse:
    """The method that is followed today, told in the reader's language."""
    request.who.require("method.see")
    version = queries.current_version()
    context = {
        "method": version.method if version else catalog.method(),
        "version": version,
        "versions": MethodVersion.objects.defer("text").select_related("by"),
        "may_edit": request.who.may("method.edit"),
    }
    return render(request, "method/method.html", context)


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest) -> HttpResponse:
    """Take over a published method and follow it from a date."""
    request.who.require("method.adopt")
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            version = MethodVersion.keep(catalog.text(form.cleaned_data["name"]), by=request.who.person, own=False)
            version.adopt(on=form.cleaned_data["on"], by=request.who.person)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The municipality follows the method."))
            return redirect("method:method")
    return render(request, "method/adopt.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Write the municipality's own variant. Faults come back with their lines and nothing typed is lost."""
    request.who.require("method.edit")
    newest = MethodVersion.objects.first()
    if request.method == "GET":
        text = newest.text if newest else catalog.text(catalog.DEFAULT)
        seen = newest.number if newest else None
        return _variant(request, VariantForm(initial={"text": text, "seen": seen, "on": clock.today()}))
    form = VariantForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            return _keep(request, form.cleaned_data)
        except StaleError as error:
            return _variant(request, form, status=409, stale=error)
        except DomainError as error:
            form.add_error(None, str(error))
    return _variant(request, form, status=422)


def _keep(request: HttpRequest, data: dict) -> HttpResponse:
    text = data["text"].replace("\r\n", "\n")
    version = MethodVersion.keep(text, by=request.who.person, note=data["note"], seen=data["seen"])
    if data["on"]:
        version.adopt(on=data["on"], by=request.who.person)
    messages.success(request, _("Version %d is kept.") % version.number)
    return redirect("method:method")


def _variant(request: HttpRequest, form: VariantForm, status: int = 200, **more: object) -> HttpResponse:
    return render(request, "method/edit.html", {"form": form, "problems": form.problems, **more}, status=status)


@require_GET
def export(request: HttpRequest, number: int) -> HttpResponse:
    """A version as a file; 0 is the catalogue's."""
    request.who.require("method.see")
    if number == 0:
        text, name = catalog.text(catalog.DEFAULT), catalog.DEFAULT
    else:
        version = get_object_or_404(MethodVersion, number=number)
        text, name = version.text, f"{version.origin_key}-{request.municipality.slug}-{version.number}"
    response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.yaml"'
    return response


@require_GET
def version(request: HttpRequest, number: int) -> HttpResponse:
    """An earlier version, as it was."""
    request.who.require("method.see")
    kept = MethodVersion.objects.filter(number=number).first()
    if kept is None:
        raise Http404
    versions = MethodVersion.objects.defer("text").select_related("by")
    context = {"method": kept.method, "version": kept, "versions": versions, "may_edit": request.who.may("method.edit")}
    return render(request, "method/method.html", context)
