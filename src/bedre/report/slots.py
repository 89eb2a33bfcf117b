"""What reports put on pages that others own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from bedre.web import words
from bedre.web.slots import register

from .models import Report


def waiting(request: HttpRequest, **context: Any) -> list[dict[str, str]]:
    """Drafts that the leader group may approve, and approved reports that nobody can read before they are published. One query."""
    if not request.who.may("report.approve"):
        return []
    return [_line(report) for report in Report.objects.filter(published_at=None).select_related("wave")]


def _line(report: Report) -> dict[str, str]:
    url = reverse("report:report", args=[report.pk])
    if report.approved_at is not None:
        says = _("Approved %(date)s. Politicians can read it when it is published.")
        text, label = says % {"date": words.dato(report.approved_at)}, _("Read and publish")
    else:
        text, label = _draft(report), _("Read and approve")
    return {"icon": "document", "title": str(report), "text": text, "url": url, "label": label, "level": "accent"}


def _draft(report: Report) -> str:
    if report.wave is None:
        return _("The draft is ready.")
    return _("The draft is ready. Due %(date)s at the latest.") % {"date": words.dato(report.wave.report_due)}


def published(request: HttpRequest, *, as_of: dt.date | None = None, **context: Any) -> tuple[str, dict[str, Any]]:
    """The newest published reports (as of a date), for politicians. One query."""
    rows = Report.objects.filter(published_at__isnull=False)
    return "report/published.html", {"reports": (rows.filter(as_of__lte=as_of) if as_of else rows)[:5]}


def of_wave(request: HttpRequest, *, wave: Any, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The button on a wave's plan that begins its introduction report."""
    return ("report/wave_action.html", {"wave": wave}) if request.who.may("report.draft") else None


def action(request: HttpRequest, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The button that begins a status report."""
    return ("report/action.html", {}) if request.who.may("report.draft") else None


register("municipality.waiting", waiting)
register("municipality.reports", published)
register("municipality.actions", action)
register("wave.head", of_wave)
