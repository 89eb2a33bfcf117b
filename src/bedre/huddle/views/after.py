"""What is kept of meetings: minutes and history."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from bedre.board import queries as boards
from bedre.board.models import Meeting, MeetingState
from bedre.board.views.found import unit_with_board
from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.method import queries as methods

from .. import agenda, queries
from ..forms import MinutesForm
from ..models import Minutes, next_was_held


@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """The minutes on one page; corrected until the next meeting."""
    node = unit_with_board(request, slug)
    row = get_object_or_404(Meeting.objects.select_related("leader", "unit"), pk=key, unit_id=node.id)
    if row.state not in (MeetingState.HELD, MeetingState.RUNNING):
        raise Http404
    text, stale, error = Minutes.of(row), None, ""
    form = MinutesForm(request.POST or None, initial={"text": text.text, "version": text.version})
    if request.method == "POST":
        request.who.require("board.lead", node)
        try:
            if form.is_valid():
                text.correct(by=request.who.person, **form.cleaned_data)
                return redirect("huddle:minutes", node.slug, row.pk)
        except StaleError as refused:
            stale = refused
        except DomainError as refused:
            error = str(refused)
    context = {
        "unit": node,
        **_record(row),
        "minutes": text,
        "form": form,
        "may_correct": request.who.may("board.lead", node) and not next_was_held(row),
        "stale": stale,
        "error": error,
    }
    status = 409 if stale or error else 422 if form.errors else 200
    return render(request, "huddle/minutes.html", context, status=status)


def _record(row: Meeting) -> dict[str, Any]:
    """What was written down by itself while the meeting was held."""
    method = methods.current()
    return {
        "meeting": row,
        "method": method,
        "record": queries.record(row),
        "parts": agenda.parts(method, row.times.all()),
        "lasted": max(round(agenda.elapsed(row) / 60), 1),
        "began": queries.began(row),
        "tasks": queries.who_does_what(row.unit_id),
    }


@require_GET
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Every meeting of the last year: held, cancelled and why, or missed."""
    node = unit_with_board(request, slug)
    today = clock.today()
    rows = [m for m in boards.meetings([node.id], today - dt.timedelta(weeks=52), today) if not m.to_come]
    context = {
        "unit": node,
        "rows": list(reversed(rows)),
        "held": sum(m.state == "held" for m in rows),
        "cancelled": sum(m.state == "cancelled" for m in rows),
        "missed": sum(m.state == "missed" for m in rows),
        "bars": rows,
    }
    return render(request, "huddle/history.html", context)
