"""The way in: the first page, signing in, and the one-click roles of a demonstration."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST, require_safe

from bedre.organisation.models import Municipality
from bedre.web.back import inside

from ..demo_entry import entrance
from ..models import Account
from ..setup import announce

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """`/`: to one's municipality, to the choice between several, to signing in, or (nothing there yet) how to begin."""
    if not request.user.is_authenticated:
        return redirect("account_login") if Municipality.objects.exists() else _first_minute(request)
    mine = list(Municipality.objects.filter(pk__in=request.user.memberships.values("municipality")).order_by("name"))
    if len(mine) == 1:
        return redirect(f"/{mine[0].slug}/")
    return render(request, "people/choose_municipality.html", {"municipalities": mine})


def _first_minute(request: HttpRequest) -> HttpResponse:
    announce()
    return render(request, "people/first_minute.html", {"in_terminal": not settings.PRODUCTION})


class SignIn(LoginView):
    """Password or passkey; in a demonstration also one click on a role."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the demonstration's roles, and the municipality whose colours the page wears."""
        context = super().get_context_data(**kwargs)
        roles = entrance()
        context["entrance"] = roles
        context["own"] = roles is None or "egen" in self.request.GET or self.request.method == "POST"
        context["municipality"] = roles.municipality if roles else asked_for(self.request)
        context["next"] = self.request.GET.get("next", "")
        return context


def asked_for(request: HttpRequest) -> Municipality | None:
    """The municipality that somebody was on the way to, or the only one there is."""
    slug = request.GET.get("next", "").lstrip("/").partition("/")[0]
    found = list(Municipality.objects.all()[:2])
    return Municipality.objects.filter(slug=slug).first() or (found[0] if len(found) == 1 else None)


@require_POST
def enter_demo(request: HttpRequest) -> HttpResponse:
    """Walk in as a role. Only in a demonstration, only with its accounts, only in its municipality; elsewhere 404."""
    if not settings.DEMO:
        raise Http404
    accounts = Account.objects.filter(is_demo=True, is_active=True, memberships__municipality__is_demo=True)
    account = get_object_or_404(accounts, username=request.POST.get("account", ""))
    enter(request, account)
    return redirect(inside(request, request.POST.get("next", "")) or "/")


def enter(request: HttpRequest, account: Account) -> None:
    """Sign an account in that has just shown itself by a link or a click, and note where, so that it can be ended there."""
    login(request, account, backend=BACKEND)
    UserSession.objects.create_from_request(request)


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Bokmål, Nynorsk or English for somebody who is not signed in; kept in a cookie."""
    response = redirect(inside(request, request.POST.get("next", "")) or "account_login")
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        remember_language(response, language)
    return response


def remember_language(response: HttpResponse, language: str) -> None:
    """Keep a language for a year in the browser, for the pages before signing in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 24 * 3600, samesite="Lax", secure=settings.SECURE, httponly=True
    )
