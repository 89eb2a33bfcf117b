"""A report as Word, from a template that the municipality can replace (docxtpl)."""

from __future__ import annotations

import io
from importlib.resources import files
from typing import Any
from zipfile import BadZipFile

from django.db import transaction
from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.text import clean

from ..models import WordTemplate

LARGEST = 5 * 1024 * 1024
"""Bytes of a template."""


def word(context: dict[str, Any]) -> bytes:
    """The report as .docx bytes, in the municipality's template or ours."""
    own = WordTemplate.objects.first()
    template = bytes(own.file) if own else default()
    return fill(template, context)


def default() -> bytes:
    """The template that comes with Bedre."""
    return files("bedre.report").joinpath("documents", "report.docx").read_bytes()


def fill(template: bytes, context: dict[str, Any]) -> bytes:
    """A template filled with a report. Raises DomainError for a file that is no Word template or names what a report does not have."""
    try:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, jinja_env=SandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
        _say_language(document, context["language"])
        out = io.BytesIO()
        document.save(out)
    except (BadZipFile, KeyError, ValueError, OSError):
        raise DomainError(_("This file is not a Word document (.docx).")) from None
    except (TemplateError, ArithmeticError, TypeError) as error:
        raise DomainError(_("The template has a field that cannot be filled: %s") % error) from None
    return out.getvalue()


def _say_language(document: DocxTemplate, language: str) -> None:
    """Let Word and screen readers know whether the report is in Bokmål or Nynorsk; a template in another language keeps its own."""
    for mark in document.docx.styles.element.iter(qn("w:lang")):
        if mark.get(qn("w:val"), "").startswith(("nb", "nn")):
            mark.set(qn("w:val"), f"{language}-NO")


@transaction.atomic
def keep(template: bytes, name: str, *, sample: dict[str, Any], by: Any) -> WordTemplate:
    """Let a template hold for all reports from now on. Raises DomainError when it is too large, or cannot be filled with a sample."""
    if len(template) > LARGEST:
        raise DomainError(_("The template is too large: at most 5 megabytes."))
    check(template, sample)
    kept = WordTemplate.objects.create(file=template, name=clean(name)[:200], by=by)
    events.record(kept, "report.template_kept", by=by)
    return kept


def check(template: bytes, context: dict[str, Any]) -> None:
    """Raise DomainError unless the template can be filled with a sample and gives a Word document that opens."""
    Document(io.BytesIO(fill(template, context)))
