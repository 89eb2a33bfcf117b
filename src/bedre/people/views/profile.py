"""Oneself: language, e-mail, how one signs in, and one's own data."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bedre.kernel import clock

from ..forms.person import ProfileForm
from ..queries import in_words
from .answer import answer
from .entrance import remember_language


@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, e-mail and language; links to signing in, sessions and one's own data. Open to everybody signed in here."""
    person = request.who.person
    now = {"name": person.name, "email": person.email, "language": person.language or request.municipality.language}
    form = ProfileForm(request.POST or None, initial={**now, "version": person.version})

    def act() -> HttpResponse:
        fields = {name: form.cleaned_data[name] for name in ("name", "email", "language")}
        person.write(by=person, version=form.cleaned_data["version"], **fields)
        with translation.override(fields["language"]):
            messages.success(request, _("Saved."))
        response = redirect("people:profile")
        remember_language(response, fields["language"])
        return response

    roles = in_words(request.who.roles, request.who.tree, clock.today())
    page = {
        "roles": roles,
        "now": {**now, "version": person.version},
        "demo_account": getattr(request.user, "is_demo", False) and settings.DEMO,
    }
    return answer(request, form, act, page, "people/profile.html")
