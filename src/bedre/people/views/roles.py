"""Giving and ending roles."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..forms.person import DateForm, RoleForm
from ..models import Person, Role
from ..titles import titles
from .answer import answer


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """A role from a date."""
    request.who.require("people.administer")
    person = get_object_or_404(Person, pk=pk)
    form = RoleForm(request.POST or None, tree=request.who.tree)

    def act() -> HttpResponse:
        person.hold(by=request.who.person, **form.held())
        messages.success(request, _("The role is given."))
        return redirect("people:person", person.pk)

    return answer(request, form, act, {"title": _("Give a role"), "button": _("Give the role"), "person": person})


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: uuid.UUID, role: uuid.UUID) -> HttpResponse:
    """A role ends on a date; it stays in the history."""
    request.who.require("people.administer")
    held = get_object_or_404(Role.objects.select_related("person", "unit"), pk=role, person=pk)
    form = DateForm(request.POST or None, initial={"on": held.ends_on} if held.ends_on else None)

    def act() -> HttpResponse:
        held.end(on=form.cleaned_data["on"], by=request.who.person)
        messages.success(request, _("Saved."))
        return redirect("people:person", pk)

    page = {"title": _("End the role"), "button": _("End the role"), "person": held.person, "lead": titles()[held.kind].title}
    return answer(request, form, act, page)
