"""A page with a form, with the status that its form gives it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bedre.web.careful import CarefulForm


def page(request: HttpRequest, template: str, form: CarefulForm | None = None, **context: Any) -> HttpResponse:
    """Show a page; one whose form was refused has status 409 (by the domain) or 422 (by the form)."""
    status = 200
    if form is not None and form.is_bound and form.errors:
        status = form.refused or 422
    return render(request, f"rollout/{template}", {"form": form, **context}, status=status)
