"""`/kom-i-gang/<secret>/`: the first administrator makes account and municipality in one go."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bedre.organisation.names import official

from .. import setup as first_minute
from ..forms.setup import FoundForm, SetupForm
from ..models import SetupLink
from .answer import answer
from .entrance import enter


@never_cache
@require_http_methods(["GET", "POST"])
def setup(request: HttpRequest, secret: str) -> HttpResponse:
    """Only with a link that is still open; somebody signed in keeps the account."""
    link = SetupLink.behind(secret)
    if link is None:
        return render(request, "people/link_gone.html", {"setup": True}, status=410)
    own = request.user.is_authenticated
    form = (FoundForm if own else SetupForm)(request.POST or None)

    def act() -> HttpResponse:
        data = form.cleaned_data
        named = {name: data[name] for name in ("slug", "language", "accent", "administrator", "email")}
        with transaction.atomic():
            link.use()
            account: Any = request.user if own else form.make_account(data["email"])
            municipality = first_minute.found(data["official"], account=account, **named)
        enter(request, account)
        messages.success(request, _("%(name)s is here. Now import units and people.") % {"name": municipality.full_name})
        return redirect(f"/{municipality.slug}/enheter/")

    return answer(request, form, act, {"official": official()}, "people/setup.html")
