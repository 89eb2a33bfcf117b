"""A form that is sent twice happens once: double click, back button, an impatient network."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from .models import Submission

FIELD = "submission"


class OnceMiddleware:
    """Runs a POST with a `submission` field in one transaction with the note that it was made.

    What was refused (status 400 and up: a form with errors is 422) did not happen and may be sent again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Take the view's place where the request carries a key."""
        key = _key(request)
        came_from = request.headers.get("Referer") or request.get_full_path()
        return None if key is None else _once(key, came_from, lambda: view(request, *args, **kwargs))


def _key(request: HttpRequest) -> uuid.UUID | None:
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


class _NotDone(Exception):
    """Carries a response that did not change anything out of the transaction."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


def _once(key: uuid.UUID, came_from: str, act: Callable[[], HttpResponse]) -> HttpResponse:
    try:
        with transaction.atomic():
            note = _note(key)
            if note.location:
                return HttpResponseRedirect(note.location)
            response = act()
            if response.status_code >= 400:
                raise _NotDone(response)
            note.location = response.get("Location", came_from)[:500]
            note.save(update_fields=["location"])
            return response
    except _NotDone as not_done:
        return not_done.response


def _note(key: uuid.UUID) -> Submission:
    """The note of this key: a new one, or the one that the first sending left (waits until that one is committed)."""
    try:
        with transaction.atomic():
            return Submission.objects.create(key=key)
    except IntegrityError:
        return Submission.objects.get(key=key)
