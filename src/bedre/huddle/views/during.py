"""The meeting while it goes on."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bedre.board import queries as boards
from bedre.board.models import Meeting
from bedre.board.views.found import unit_with_board
from bedre.kernel.text import whole
from bedre.method import queries as methods

from .. import agenda, focus, queries
from ..models import AgendaTime, begin
from .found import led, led_now


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin, or take over a meeting that runs."""
    node = led(request, slug)
    begin(node, boards.upcoming(node.id), methods.current(), by=request.who.person)
    return redirect("huddle:meeting", node.slug)


@require_GET
def meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """The meeting: the agenda as rail, one thing in focus. Whoever sees the board may follow; the team decides."""
    node = unit_with_board(request, slug)
    row = queries.running(node.id)
    if row is None:
        return redirect("huddle:prepare" if request.who.may("board.lead", node) else "board:board", node.slug)
    method = methods.current()
    parts = agenda.parts(method, row.times.all())
    now = next((part for part in parts if part.current), parts[0])
    context = {
        "unit": node,
        "method": method,
        "meeting": row,
        "parts": parts,
        "now": now,
        "elapsed": agenda.elapsed(row),
        "total": agenda.said(agenda.elapsed(row)),
        "began": queries.began(row),
        "leading": request.who.may("board.lead", node),
        **focus.content(request, node, now.item.kind, method),
    }
    return render(request, "huddle/meeting.html", context)


@require_POST
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """To the next item, the one before, or a named one."""
    node, row = led_now(request, slug)
    method = methods.current()
    now = next((time.key for time in row.times.all() if time.ended_at is None), method.meeting.agenda[0].key)
    to = request.POST.get("to", "next")
    key = agenda.neighbour(method, now, {"next": 1, "back": -1}[to]) if to in ("next", "back") else to
    if key in {item.key for item in method.meeting.agenda}:
        AgendaTime.go_to(row, key, by=request.who.person)
    return redirect("huddle:meeting", node.slug)


@require_POST
def count(request: HttpRequest, slug: str) -> HttpResponse:
    """How many are here."""
    node, row = led_now(request, slug)
    step = {"more": 1, "fewer": -1}.get(request.POST.get("change", ""))
    typed = whole(request.POST.get("attendance"))
    row.count((row.attendance or 0) + step if step else -1 if typed is None else typed, by=request.who.person)
    return redirect("huddle:meeting", node.slug)


@require_POST
def end(request: HttpRequest, slug: str) -> HttpResponse:
    """End it; the minutes are there at once."""
    node = led(request, slug)
    row = queries.running(node.id)
    if row is None:
        return redirect("huddle:history", node.slug)
    AgendaTime.finish(row, by=request.who.person)
    undo = reverse("huddle:go_on", args=[node.slug, row.pk])
    messages.success(request, _("The meeting has ended. The minutes are written."), extra_tags=undo)
    return redirect("huddle:minutes", node.slug, row.pk)


@require_POST
def go_on(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """It was ended too early."""
    node = led(request, slug)
    AgendaTime.take_up_again(get_object_or_404(Meeting, pk=key, unit_id=node.id), by=request.who.person)
    return redirect("huddle:meeting", node.slug)
