"""Takes the municipality off the path once, so that no route and no link knows of it, and says who is asking."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from django.utils.http import urlencode

from bedre.kernel import tenancy
from bedre.kernel.errors import DomainError
from bedre.organisation.models import Municipality

from .access import who
from .stale import stale


class MunicipalityMiddleware:
    """`/harstad/tavle` becomes `/tavle` inside Harstad; everything else is outside any municipality."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.municipality = request.who = None
        slug, _, rest = request.path_info.lstrip("/").partition("/")
        if slug in settings.OUTSIDE:
            return self.get_response(request)
        municipality = Municipality.objects.filter(slug=slug).first()
        if municipality is None:
            return self.get_response(request)
        with _inside(request, municipality, "/" + rest):
            request.who = who(municipality, request.user)
            with translation.override(_language(request)):
                return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Inside a municipality only its own people get further, unless the view is `public`."""
        if request.municipality is None or getattr(view, "public", False):
            return None
        if not request.user.is_authenticated and request.method == "POST":
            return stale(request)
        if not request.user.is_authenticated:
            return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
        if request.who.person is None:
            raise Http404
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What the domain refuses becomes a page with its sentence, the way back, and nothing typed lost."""
        if not isinstance(error, DomainError):
            return None
        context = {"error": error, "back": request.headers.get("Referer", "")}
        return render(request, "web/refused.html", context, status=error.status)


def public(view):
    """Mark a view inside a municipality as open to people who are not signed in."""
    view.public = True
    return view


@contextmanager
def _inside(request: HttpRequest, municipality: Municipality, path: str):
    before = get_script_prefix()
    request.municipality = municipality
    request.urlconf = settings.TENANT_URLCONF
    request.path_info = path
    set_script_prefix(f"{before}{municipality.slug}/")
    try:
        with tenancy.active(municipality):
            yield
    finally:
        set_script_prefix(before)


def _language(request: HttpRequest) -> str:
    person = request.who.person
    chosen = person.language if person else request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else request.municipality.language
