"""The municipality's people, for those who administer them."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bedre.kernel import clock
from bedre.kernel.text import clean

from ..forms.person import DateForm, PersonForm
from ..models import Person
from ..queries import in_words, people
from .answer import answer

PAGE = 50


@require_safe
def persons(request: HttpRequest) -> HttpResponse:
    """Everybody, searched by `?q` and `?enhet`; with `?sluttet` those who have left and are not yet forgotten."""
    request.who.require("people.administer")
    tree, sought, slug = request.who.tree, clean(request.GET.get("q", ""))[:200], request.GET.get("enhet", "")
    unit = tree.by_slug.get(slug)
    former = "sluttet" in request.GET
    page = Paginator(people(sought, tree.reach(unit.id) if unit else None, former), PAGE).get_page(request.GET.get("side"))
    rows = _rows(page.object_list, tree)
    context = {"page": page, "rows": rows, "q": sought, "unit": unit, "former": former, "units": list(tree), "tree": tree}
    return render(request, "people/people.html", context)


def _rows(found: Any, tree: Any) -> list[dict[str, Any]]:
    found = list(found)
    words = iter(in_words([role for person in found for role in person.held], tree, clock.today()))
    return [{"person": person, "roles": [next(words) for _role in person.held]} for person in found]


@require_safe
def person(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """One person with roles and their dates, and what can be done."""
    request.who.require("people.administer")
    found = get_object_or_404(Person.objects.select_related("account"), pk=pk)
    roles = in_words(found.roles.order_by("-starts_on", "kind"), request.who.tree, clock.today())
    invitation = found.invitations.filter(used_at=None).first()
    context = {
        "person": found,
        "held": [r for r in roles if r.now],
        "later": [r for r in roles if r.role.starts_on > clock.today()],
    }
    context |= {"past": [r for r in roles if not r.now and r.role.starts_on <= clock.today()]}
    context |= {"invitation": invitation if invitation and invitation.open else None, "left": found.has_left}
    return render(request, "people/person.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new person."""
    request.who.require("people.administer")
    form = PersonForm(request.POST or None)

    def act() -> HttpResponse:
        made = Person.add(by=request.who.person, **form.written())
        messages.success(request, _("Added. Now give a role and an invitation."))
        return redirect("people:person", made.pk)

    return answer(request, form, act, {"title": _("A new person"), "button": _("Add")})


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Name, number, e-mail, language."""
    request.who.require("people.administer")
    found = get_object_or_404(Person, pk=pk)
    now = {name: getattr(found, name) for name in ("name", "employee_number", "email", "language", "version")}
    form = PersonForm(request.POST or None, initial=now)

    def act() -> HttpResponse:
        found.write(by=request.who.person, version=form.cleaned_data["version"], **form.written())
        messages.success(request, _("Saved."))
        return redirect("people:person", found.pk)

    return answer(request, form, act, {"title": _("Change"), "button": _("Save"), "person": found, "now": now})


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The person leaves from a date."""
    request.who.require("people.administer")
    found = get_object_or_404(Person, pk=pk)
    form = DateForm(request.POST or None)

    def act() -> HttpResponse:
        found.leave(on=form.cleaned_data["on"], by=request.who.person)
        messages.success(request, _("Saved."))
        return redirect("people:person", found.pk)

    lead = _("Roles end that day, and the person cannot sign in any more. After a year only “former employee” is left.")
    return answer(request, form, act, {"title": _("Leaves"), "button": _("Save"), "person": found, "lead": lead})


@require_POST
def come_back(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The person is here again."""
    request.who.require("people.administer")
    get_object_or_404(Person, pk=pk).come_back(by=request.who.person)
    messages.success(request, _("Here again. Give the roles anew."))
    return redirect("people:person", pk)


@require_POST
def disconnect(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Take away the account, for example when its password is lost; then invite anew."""
    request.who.require("people.administer")
    get_object_or_404(Person, pk=pk).disconnect(by=request.who.person)
    messages.success(request, _("The account is taken away. Send a new invitation."))
    return redirect("people:person", pk)
