"""Inviting a person, and choosing user name and password with the invitation."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ..forms.account import AccountForm
from ..mails import address, invite_all
from ..middleware import public
from ..models import Invitation, Person
from ..queries import to_invite
from .answer import answer
from .entrance import enter


@require_POST
@never_cache
def invite(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """By e-mail (`mail`), or as a link that is shown this once."""
    request.who.require("people.administer")
    person = get_object_or_404(Person, pk=pk)
    invitation, secret = Invitation.make(person, by=request.who.person, mail="mail" in request.POST)
    if invitation.mailed:
        messages.success(request, _("The invitation is sent to %(email)s.") % {"email": person.email})
        return redirect("people:person", pk)
    link = address(f"/{request.municipality.slug}/invitasjon/{secret}/")
    return render(request, "people/invited.html", {"person": person, "link": link, "invitation": invitation})


@require_http_methods(["GET", "POST"])
def invite_many(request: HttpRequest) -> HttpResponse:
    """Everybody (at `?enhet` and below) who has an e-mail address and neither account nor invitation; the mails go by themselves."""
    request.who.require("people.administer")
    tree = request.who.tree
    unit = tree.by_slug.get(request.GET.get("enhet", ""))
    units = tree.reach(unit.id) if unit else None
    if request.method == "POST":
        keys = None if units is None else [str(key) for key in units]
        invite_all.enqueue(str(request.municipality.pk), str(request.who.person.pk), keys)
        messages.success(request, _("The invitations are being sent."))
        return redirect("people:people")
    return render(request, "people/invite_many.html", {"unit": unit, "count": to_invite(units).count(), "units": list(tree)})


@public
@never_cache
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """A new account for the invited person, or the account that is signed in, when there is one."""
    invitation = Invitation.behind(secret)
    if invitation is None:
        return render(request, "people/link_gone.html", status=410)
    if request.user.is_authenticated and "own" in request.POST:
        return _enter(request, invitation, request.user)
    form = AccountForm(request.POST or None)

    def act() -> HttpResponse:
        with transaction.atomic():
            return _enter(request, invitation, form.make_account(invitation.person.email))

    page = {"invitation": invitation, "signed_in": request.user.is_authenticated}
    return answer(request, form, act, page, "people/invitation.html")


def _enter(request: HttpRequest, invitation: Invitation, account) -> HttpResponse:
    invitation.accept(account)
    enter(request, account)
    messages.success(request, _("Welcome."))
    return redirect(f"/{request.municipality.slug}/")
