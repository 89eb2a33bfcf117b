"""The answer to a file that is too large, in the product's language and look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .wsgi_environ import TOO_LARGE


class TooLarge:
    """413 where the bridge threw the body away. It stands before the check of forms, which would look for its token in vain."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Here, and not earlier, it is known whose page this is and in which language."""
        if not request.META.get(TOO_LARGE):
            return None
        context = {"most": settings.MAX_UPLOAD_BYTES // 1024**2, "back": request.headers.get("Referer", "/")}
        return render(request, "web/413.html", context, status=413)
