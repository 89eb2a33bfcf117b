"""What a report shows, the same for page, PDF and Word."""

from __future__ import annotations

from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bedre.web import norsk

from . import compute
from .figures import Figure, Figures, Row
from .models import Kind, Report

HEADINGS = ("used_for", "learned", "asked")


def context(report: Report) -> dict[str, Any]:
    """Texts, figures and words of a report in its language: frozen ones when approved, today's for a draft."""
    with translation.override(report.language):
        figures = Figures.from_json(report.figures) if report.figures else compute.figures(report)
        return {
            **_texts(report),
            **_figures(figures, report.language),
            "words": _words(),
            "heading": heading(report),
            "foot": foot(report),
        }


def heading(report: Report) -> str:
    """«Innføringsrapport nr. 1 · per 15. juni 2015»."""
    kind = _("Introduction report") if report.kind == Kind.INTRODUCTION else _("Status report")
    said = {"kind": kind, "number": report.number, "date": norsk.date(report.as_of, report.language)}
    return _("%(kind)s no. %(number)d · as of %(date)s") % said


def foot(report: Report) -> str:
    """Who approved it when, and the code under which its figures are locked."""
    if report.approved_at is None:
        return _("Draft. The figures are not locked.")
    date = norsk.date(timezone.localdate(report.approved_at), report.language)
    said = _("Approved by %(who)s %(date)s. The figures are locked. Code %(code)s") % {
        "who": report.approved_by,
        "date": date,
        "code": report.code,
    }
    taken_out = _("Text has been taken out since.")
    return f"{said} · {taken_out}" if report.redacted_at else said


def _texts(report: Report) -> dict[str, Any]:
    texts = report.texts
    lines = {name: [line for line in texts.get(name, "").splitlines() if line.strip()] for name in HEADINGS}
    return {
        "municipality": report.municipality.full_name,
        "title": texts.get("title", ""),
        "summary": texts.get("summary", ""),
        **lines,
    }


def _figures(figures: Figures, language: str) -> dict[str, Any]:
    rows = [*figures.rows, figures.together] if len(figures.rows) != 1 else figures.rows
    return {
        "counts": [_said(figure) for figure in figures.counts],
        "coverage": _said(figures.coverage),
        "rows": [_row(row, language) for row in [*rows, figures.fte]],
        "units": [_row(row, language) for row in figures.rows],
        "together": _row(figures.together, language),
        "fte": _row(figures.fte, language),
        "notes": " ".join(figures.notes),
    }


def _said(figure: Figure) -> dict[str, Any]:
    said = str(figure.value) if figure.of is None else _("%(value)d of %(of)d") % {"value": figure.value, "of": figure.of}
    return {"label": figure.label, "value": figure.value, "of": figure.of, "said": said}


def _row(row: Row, language: str) -> dict[str, str]:
    numbers = {name: norsk.number(getattr(row, name), 1, language) for name in ("identified", "agreed", "realised", "secured")}
    return {"name": row.name, **numbers}


def _words() -> dict[str, str]:
    return {
        "figures": _("Figures"), "time": _("Time that is freed"), "unit": _("Hours a week"), "identified": _("Found"), "agreed": _("Agreed"),
        "realised": _("Realised"), "secured": _("Lasting"), "used_for": _("What the time became"), "learned": _("What we learned"),
        "asked": _("The executive committee is asked to"),
    }  # fmt: skip
