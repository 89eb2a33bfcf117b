"""A report as a tagged PDF (PDF/UA-1) by WeasyPrint."""

from __future__ import annotations

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
    with translation.override(report.language):
        html = render_to_string("report/pdf.html", {**context, "language": report.language})
    own = CSS(string=f".tab {{ background: {report.municipality.accent} }}")
    return HTML(string=html).write_pdf(stylesheets=[CSS(filename=SHEET), own], pdf_variant="pdf/ua-1")
