"""A form that was open from before signing out or in anew: say so, and hold on to everything that was typed."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedre.kernel.once import FIELD

OURS = {"csrfmiddlewaretoken", FIELD}


def stale(request: HttpRequest) -> HttpResponse:
    """403 with the fields, ready to be sent again once signed in. Only for a form of our own: another site gets nothing to press."""
    typed = _typed(request) if request.method == "POST" and _own(request) else []
    context = {"typed": typed, "again": request.get_full_path(), "signed_in": request.user.is_authenticated}
    context["files"] = bool(request.method == "POST" and request.FILES)
    return render(request, "people/stale_session.html", context, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() if name not in OURS for value in values]


def _own(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on a page of this installation."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    source = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(source).netloc == request.get_host()
