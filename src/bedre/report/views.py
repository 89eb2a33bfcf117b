"""Pages of reports."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel.errors import DomainError, StaleError
from bedre.organisation.models import Unit
from bedre.rollout.models import Wave

from . import compute, show
from .documents.pdf import pdf as make_pdf
from .documents.word import default, keep
from .documents.word import word as make_word
from .forms import NewForm, TemplateForm, TextForm
from .models import Kind, Report, WordTemplate
from .queries import readable
from .suggest import suggestion

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Reports that this person may read: published ones for all, drafts for those who write and approve."""
    request.who.require("report.see")
    rows = [(row, show.heading(row)) for row in readable(request.who)]
    context = {"reports": rows, "may": _may(request), "drafts": request.who.may("report.see_drafts")}
    return render(request, "report/reports.html", context)


def _may(request: HttpRequest) -> dict[str, bool]:
    return {name: request.who.may(f"report.{name}") for name in ("draft", "approve", "template")}


def _found(request: HttpRequest, key: uuid.UUID) -> Report:
    request.who.require("report.see")
    report = readable(request.who).filter(pk=key).first()
    if report is None:
        raise Http404
    return report


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Draft a report from the data."""
    request.who.require("report.draft")
    choices = [("status", _("The municipality: status"))] + [
        (str(wave.pk), _("The wave %s") % wave.name) for wave in Wave.objects.all()
    ]
    choices += [(f"unit-{node.slug}", _("The unit %s") % node.name) for node in request.who.tree.counting]
    initial = {"about": request.GET.get("om", "status"), "language": request.municipality.language}
    form = NewForm(request.POST or None, choices=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("report:edit", _draft(request, **form.cleaned_data).pk)
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "report/new.html", {"form": form}, status=422 if form.errors else 200)


def _draft(request: HttpRequest, about: str, as_of: Any, language: str) -> Report:
    node = request.who.tree.by_slug[about.removeprefix("unit-")] if about.startswith("unit-") else None
    wave = Wave.objects.get(pk=about) if node is None and about != "status" else None
    kind = Kind.INTRODUCTION if node or wave else Kind.STATUS
    with translation.override(language):
        texts = suggestion(kind, as_of, wave, node, request.municipality)
    unit = Unit.objects.get(pk=node.id) if node else None
    return Report.draft(kind=kind, as_of=as_of, by=request.who.person, texts=texts, wave=wave, unit=unit, language=language)


@require_GET
def report(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The report as a page."""
    row = _found(request, key)
    return render(request, "report/report.html", {"report": row, "r": show.context(row), "may": _may(request)})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Write in a draft."""
    row = _found(request, key)
    request.who.require("report.draft")
    form = TextForm(request.POST or None, initial={**row.texts, "version": row.version})
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            data = dict(form.cleaned_data)
            row.write(by=request.who.person, version=data.pop("version"), **data)
            return redirect("report:report", row.pk)
        except StaleError as error:
            stale = error
        except DomainError as error:
            form.add_error(None, str(error))
    status = 409 if stale else 422 if form.errors else 200
    context = {"report": row, "form": form, "stale": stale, "r": show.context(row)}
    return render(request, "report/edit.html", context, status=status)


@require_POST
def approve(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Freeze the figures."""
    row = _found(request, key)
    request.who.require("report.approve")
    with translation.override(row.language):
        figures = compute.figures(row)
    person = request.who.person
    return _acted(request, row, lambda: row.approve(by=person, figures=figures), _("Approved. The figures are locked."))


@require_POST
def publish(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Let everybody read it."""
    row = _found(request, key)
    request.who.require("report.approve")
    person = request.who.person
    return _acted(request, row, lambda: row.publish(by=person), _("Published. Politicians can read it now."))


def _acted(request: HttpRequest, row: Report, verb: Callable[[], None], said: str) -> HttpResponse:
    """Do it and say so, or say why it may not happen; back to the report either way."""
    try:
        verb()
        messages.success(request, said)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("report:report", row.pk)


@require_GET
def pdf(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The report as PDF."""
    row = _found(request, key)
    return _file(make_pdf(row, show.context(row)), "application/pdf", f"{_name(row)}.pdf")


@require_GET
def word(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """The report as Word."""
    row = _found(request, key)
    return _file(make_word(show.context(row)), WORD, f"{_name(row)}.docx")


def _name(row: Report) -> str:
    kind = "innforingsrapport" if row.kind == Kind.INTRODUCTION else "statusrapport"
    return f"{row.municipality.slug}-{kind}-{row.number}"


def _file(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "POST"])
def template(request: HttpRequest) -> HttpResponse:
    """Replace the Word template; it is tried with a sample before it is kept."""
    request.who.require("report.template")
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            _keep_template(request, form.cleaned_data["file"])
            messages.success(request, _("The template is in use."))
            return redirect("report:template")
        except DomainError as error:
            form.add_error("file", str(error))
    context = {"form": form, "current": WordTemplate.objects.select_related("by").first()}
    return render(request, "report/template.html", context, status=422 if form.errors else 200)


def _keep_template(request: HttpRequest, file: Any) -> None:
    keep(file.read(), file.name, sample=show.sample(request.municipality), by=request.who.person)


@require_GET
def default_template(request: HttpRequest) -> HttpResponse:
    """The template that comes with Bedre, to change."""
    request.who.require("report.template")
    return _file(default(), WORD, "rapport.docx")
