"""Error pages in the product's language and look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something no form of ours sends."""
    return render(request, "web/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: it exists, but this role may not."""
    return render(request, "web/403.html", status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form from before signing in or out."""
    from bedre.people.stale import stale

    return stale(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: it does not exist, or not for this person."""
    return render(request, "web/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Rendered without any context, so that it cannot fail too."""
    return render(None, "web/500.html", status=500)
