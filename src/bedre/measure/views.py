"""Pages of goals and measures."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.kernel.errors import DomainError
from bedre.web import charts, norsk

from . import queries
from .forms import MeasureForm, ValueForm
from .models import Goal, Measure
from .queries import Line


def _unit(request: HttpRequest, slug: str):
    node = request.who.unit_or_404(slug)
    request.who.require("measure.see", node)
    return node


@require_GET
def measures(request: HttpRequest, slug: str) -> HttpResponse:
    """Every measure of the unit, by goal."""
    node = _unit(request, slug)
    lines = [(line, charts.spark(line.numbers) if len(line.values) > 1 else None) for line in queries.strip(node.id, None)]
    context = {"unit": node, "lines": lines, "may_edit": request.who.may("measure.edit", node)}
    return render(request, "measure/measures.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, slug: str) -> HttpResponse:
    """A goal and what is counted for it."""
    node = _unit(request, slug)
    request.who.require("measure.edit", node)
    form = MeasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            data = dict(form.cleaned_data)
            goal = Goal.state(unit=node, title=data.pop("goal"), by=request.who.person)
            measure = Measure.add(goal, by=request.who.person, **data)
            messages.success(request, _("Enter the first value."))
            return redirect("measure:measure", node.slug, measure.pk)
        except DomainError as error:
            form.add_error(None, str(error))
    return render(request, "measure/new.html", {"unit": node, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def measure(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """One measure: its line, its table, and a new value."""
    node = _unit(request, slug)
    row = queries.measures(node.id).filter(pk=key).first()
    if row is None:
        raise Http404
    form = ValueForm(request.POST or None)
    if request.method == "POST":
        request.who.require("measure.enter", node)
        if form.is_valid():
            try:
                row.enter(by=request.who.person, **form.cleaned_data)
                messages.success(request, _("The value is entered."))
                return redirect("measure:measure", node.slug, row.pk)
            except DomainError as error:
                form.add_error(None, str(error))
    line = Line(row, row.standing)
    may = request.who.may("measure.enter", node)
    context = {"unit": node, "line": line, "chart": chart(line), "form": form, "may_enter": may}
    return render(request, "measure/measure.html", context, status=422 if form.errors else 200)


def chart(line: Line) -> object | None:
    """A plain line with its table and no verdict; None before the second value."""
    if len(line.values) < 2 or line.first is None or line.last is None:
        return None
    language = (get_language() or "nb")[:2]
    points = [charts.Point(row.on, float(row.value), note=row.note) for row in line.values]
    said = {"first": norsk.number(line.first.value, None, language), "last": norsk.number(line.last.value, None, language)}
    sentence = _("From %(first)s to %(last)s %(unit)s.") % {**said, "unit": line.measure.unit_of_measure}
    return charts.line(
        points, title=line.measure.name, sentence=sentence, unit=line.measure.unit_of_measure, key="m", language=language
    )
