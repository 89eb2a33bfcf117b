"""A report as a tagged PDF (PDF/UA-1) by WeasyPrint. Title, number, date and code stand on every page as artefacts, outside the reading order."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError

SHEET = Path(__file__).with_name("report.css")


class PdfMissingError(DomainError):
    """The machine lacks Pango, without which no PDF can be made."""

    status = 503


def pdf(report: Any, context: dict[str, Any]) -> bytes:
    """The report as PDF bytes. Raises PdfMissingError where Pango is missing."""
    try:
        from weasyprint import CSS, HTML
    except OSError:
        raise PdfMissingError(
            _("PDF needs the package Pango on the server. The web page and Word work. Ask the administrator.")
        ) from None
    accent = report.municipality.accent
    with translation.override(report.language):
        html = render_to_string("report/pdf.html", {"r": context, "drawing": drawing(context["chart"], accent)})
    sheets = [CSS(filename=SHEET), CSS(string=_own(context, accent))]
    return HTML(string=html).write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")


def drawing(chart: Any, accent: str) -> str:
    """A chart as an address that holds it: it stays lines in the document, and gets its sentence as alternative text."""
    if chart is None:
        return ""
    svg = render_to_string("report/drawing.svg", {"chart": chart, "accent": accent})
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _own(context: dict[str, Any], accent: str) -> str:
    """The municipality's colour, and what stands in the margins of this report."""
    foot, heading = _quoted(context["foot"]), _quoted(context["heading"])
    page = f"@page {{ @bottom-left {{ content: {foot}; }} @top-right {{ content: {heading}; }} }} @page :first {{ @top-right {{ content: none; }} }}"
    return f".tab {{ background: {accent} }} {page}"


def _quoted(text: str) -> str:
    """A text as CSS writes it between quotes."""
    return '"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"'
