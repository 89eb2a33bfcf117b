"""What a report shows, the same for page, PDF and Word."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.web import norsk

from . import compute
from .figures import Figure, Figures, Row
from .growth import chart, months
from .models import Kind, Report

LISTS = ("used_for", "learned", "asked")
COLUMNS = ("identified", "agreed", "realised", "secured")


def sample(municipality: Any) -> dict[str, Any]:
    """What a report that is not kept shows, to try a template with."""
    return context(Report(kind=Kind.STATUS, number=1, as_of=clock.today(), municipality=municipality, texts={"title": "Prøve"}))


def context(report: Report) -> dict[str, Any]:
    """Texts, figures and words of a report in its language: frozen ones when approved, today's for a draft."""
    with translation.override(report.language):
        figures = Figures.from_json(report.figures) if report.figures else compute.figures(report)
        return {
            **_texts(report, figures),
            **_figures(figures, report.language),
            "words": _words(report),
            "language": report.language,
            "heading": heading(report),
            "foot": foot(report),
            "draft": report.approved_at is None,
        }


def plain(report: Report) -> dict[str, Any]:
    """Texts and figures as data, with the checksum over both (empty for a draft): what `figures.checksum` can be asked about again."""
    with translation.override(report.language):
        found = report.figures or compute.figures(report).to_json()
    said = {"kind": report.kind, "number": report.number, "state": report.state, "checksum": report.checksum}
    return {**said, "texts": report.texts, "figures": found}


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


def _texts(report: Report, figures: Figures) -> dict[str, Any]:
    texts = report.texts
    lines = {name: [line for line in texts.get(name, "").splitlines() if line.strip()] for name in LISTS}
    summary = texts.get("summary", "")
    return {
        "municipality": report.municipality.full_name,
        "title": texts.get("title", ""),
        "summary": summary,
        "summary_parts": marked(summary, figures, report.language),
        **lines,
    }


def marked(summary: str, figures: Figures, language: str) -> list[tuple[str, bool]]:
    """The summary in parts, with the realised time on yellow where it says the same figure as the report; a wrong one is not marked."""
    hours = norsk.number(Decimal(figures.together.realised), None, language)
    said = _("%(hours)s hours a week") % {"hours": hours}
    found = re.search(rf"(?<![\d,]){re.escape(said)}", summary)
    if found is None or not Decimal(figures.together.realised):
        return [(summary, False)]
    return [(summary[: found.start()], False), (said, True), (summary[found.end() :], False)]


def _figures(figures: Figures, language: str) -> dict[str, Any]:
    units = [_row(row, language) for row in figures.rows]
    together = [] if len(figures.rows) == 1 else [_row(figures.together, language)]
    return {
        "counts": [_said(figure) for figure in figures.counts],
        "coverage": _said(figures.coverage),
        "rows": [*units, *together, _row(figures.fte, language)],
        "units": units,
        "sums": [*together, _row(figures.fte, language)],
        "together": _row(figures.together, language),
        "fte": _row(figures.fte, language),
        "notes": " ".join(figures.notes),
        "chart": chart(figures, language),
        "months": months(figures, language),
        "waves": [
            {"name": wave.name, "starts_on": norsk.date(dt.date.fromisoformat(wave.starts_on), language), "said": _of(wave.trained, wave.units)}
            for wave in figures.waves
        ],
    }  # fmt: skip


def _said(figure: Figure) -> dict[str, Any]:
    said = str(figure.value) if figure.of is None else _of(figure.value, figure.of)
    return {"label": figure.label, "value": figure.value, "of": figure.of, "said": said}


def _of(value: int, of: int) -> str:
    return _("%(value)d of %(of)d") % {"value": value, "of": of}


def _row(row: Row, language: str) -> dict[str, str]:
    return {"name": row.name, **{name: hours(getattr(row, name), language) for name in COLUMNS}}


def hours(value: str, language: str) -> str:
    """«9,5», with one decimal so that columns stand under each other; nothing at all is «0»."""
    return norsk.number(Decimal(value), 1, language) if Decimal(value) else "0"


def _words(report: Report) -> dict[str, str]:
    body = report.texts.get("body") or _("The executive committee")
    return {
        "figures": _("Figures"), "time": _("Time that is freed"), "unit": _("Hours a week"), "identified": _("Found"), "agreed": _("Agreed"),
        "realised": _("Realised"), "secured": _("Lasting"), "used_for": _("What the time became"), "learned": _("What we learned"),
        "asked": _("%(body)s is asked to") % {"body": body}, "growth": _("How the time grew"), "date": _("Date"),
        "waves": _("Waves"), "wave": _("Wave"), "starts": _("Starts"), "trained": _("Units that take part"),
    }  # fmt: skip
