"""One form, one verb: what the pages about people do with a form that was sent in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedre.kernel.errors import DomainError, StaleError


def answer(
    request: HttpRequest, form: Form, act: Callable[[], HttpResponse], page: dict[str, Any], template: str = "people/form.html"
) -> HttpResponse:
    """Run `act` when the form is sent in and right, else show it: 422 with its errors, 409 when somebody else was first."""
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            return act()
        except StaleError as error:
            page, status = {**page, "stale": str(error)}, 409
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, template, {**page, "form": form}, status=422 if form.errors else status)
