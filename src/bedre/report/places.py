"""What reports show on other pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Report


def waiting(request: HttpRequest, **context: Any) -> list[dict[str, str]]:
    """Drafts that the leader group may approve."""
    if not request.who.may("report.approve"):  # type: ignore[attr-defined]
        return []
    return [_line(report) for report in Report.objects.filter(approved_at=None)]


def _line(report: Report) -> dict[str, str]:
    url = reverse("report:report", args=[report.pk])
    return {
        "icon": "document",
        "title": str(report),
        "text": _("The draft is ready."),
        "url": url,
        "label": _("Read and approve"),
        "level": "accent",
    }


def published(request: HttpRequest, **context: Any) -> tuple[str, dict[str, Any]]:
    """Published reports, for politicians."""
    return "report/published.html", {"reports": Report.objects.filter(published_at__isnull=False)[:5]}


def of_wave(request: HttpRequest, *, wave: Any, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The button on a wave's plan that begins its introduction report."""
    return ("report/wave_action.html", {"wave": wave}) if request.who.may("report.draft") else None  # type: ignore[attr-defined]


def action(request: HttpRequest, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The button that begins a status report."""
    return ("report/action.html", {}) if request.who.may("report.draft") else None  # type: ignore[attr-defined]
