"""An import: send in a file, look at the fate of each row, confirm, and see how far it has come."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..columns import COLUMNS
from ..forms import ImportForm
from ..models import Import
from ..run import read_import, start, write_import
from ..template import lists
from ..template import template as make_template

KINDS = {"enheter": "units", "folk": "people"}
PAGE = 100


def _kind(word: str) -> str:
    if word not in KINDS:
        raise Http404(word)
    return KINDS[word]


@require_http_methods(["GET", "POST"])
def send_in(request: HttpRequest, word: str) -> HttpResponse:
    """The page with the template to fill in; POST keeps the file and reads it."""
    request.who.require("exchange.import")
    kind = _kind(word)
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        run = Import.send_in(kind=kind, name=file.name, content=file.read(), on=form.cleaned_data["on"], by=request.who.person)
        start(run, read_import, get_language() or "nb")
        return redirect("exchange:run", run.pk)
    columns = [column for column in COLUMNS[kind] if not column.key[-1].isdecimal()]
    context = {"form": form, "word": word, "kind": kind, "columns": columns, "lists": lists(kind)}
    context["past"] = Import.objects.filter(kind=kind).defer("content", "fates").select_related("by")[:10]
    return render(request, "exchange/import.html", context, status=422 if form.errors else 200)


@require_safe
def template(request: HttpRequest, word: str) -> HttpResponse:
    """The .xlsx to fill in."""
    request.who.require("exchange.import")
    response = HttpResponse(
        make_template(_kind(word)), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = f'attachment; filename="bedre-{word}.xlsx"'
    return response


@never_cache
@require_safe
def run(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """How far it has come, then the fates of the rows, or what became of it; 422 for a file to mend. `?vis=faulty` shows one fate."""
    request.who.require("exchange.import")
    found = get_object_or_404(Import.objects.defer("content").select_related("by"), pk=pk)
    shown = request.GET.get("vis", "faulty" if found.counts.get("faulty") else "")
    fates = [fate for fate in found.fates if not shown or fate["fate"] == shown]
    page = Paginator(fates, PAGE).get_page(request.GET.get("side"))
    context = {"run": found, "page": page, "shown": shown, "chips": _chips(found), "word": _word(found.kind)}
    context |= {"said": dict(_fates())}
    return render(request, "exchange/run.html", context, status=422 if found.wrong else 200)


@never_cache
@require_safe
def progress(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Only how far it has come, for the script that asks again and again."""
    request.who.require("exchange.import")
    found = get_object_or_404(Import.objects.defer("content", "fates"), pk=pk)
    return render(request, "exchange/progress.html", {"run": found})


def _word(kind: str) -> str:
    return next(word for word, known in KINDS.items() if known == kind)


def _fates() -> list[tuple[str, str]]:
    return [("faulty", _("Faults")), ("new", _("New")), ("changed", _("Changed")), ("same", _("Unchanged"))]


def _chips(found: Import) -> list[tuple[str, str, int]]:
    return [(fate, title, found.counts[fate]) for fate, title in _fates() if found.counts.get(fate)]


@require_POST
def confirm(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Write it."""
    request.who.require("exchange.import")
    found = get_object_or_404(Import, pk=pk)
    found.confirm(by=request.who.person)
    start(found, write_import, get_language() or "nb")
    return redirect("exchange:run", found.pk)
