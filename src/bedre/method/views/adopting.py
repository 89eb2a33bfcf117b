"""Following a method from a date: a published one, or a version that is kept here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bedre.kernel.errors import DomainError

from .. import catalog
from ..forms import AdoptForm, FollowForm
from ..models import MethodVersion
from .reading import version_page


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest) -> HttpResponse:
    """Take over a published method and follow it from a date."""
    request.who.require("method.adopt")
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = MethodVersion.keep(catalog.text(form.cleaned_data["name"]), by=request.who.person)
        if _follow(request, kept, form):
            return redirect("method:method")
    return render(request, "method/adopt.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def follow(request: HttpRequest, number: int) -> HttpResponse:
    """Follow a kept version from a date."""
    request.who.require("method.adopt")
    kept = get_object_or_404(MethodVersion, number=number)
    form = FollowForm(request.POST)
    if form.is_valid() and _follow(request, kept, form):
        return redirect("method:method")
    return version_page(request, kept, form, status=422)


def _follow(request: HttpRequest, kept: MethodVersion, form: AdoptForm | FollowForm) -> bool:
    """Whether the version is now followed; otherwise the form says why not."""
    try:
        kept.adopt(on=form.cleaned_data["on"], by=request.who.person)
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("The municipality follows the method."))
    return True
