"""Preparing, holding and remembering the meeting."""

from __future__ import annotations

import datetime as dt
import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.board import queries as boards
from bedre.board.forms import DeclineForm, MergeForm, ParkForm
from bedre.board.life import ASIDE
from bedre.board.models import Meeting, MeetingState
from bedre.board.views.found import board_of, people_at, unit_with_board
from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.method import queries as methods

from . import agenda, queries
from .models import AgendaTime, Minutes, begin, next_was_held

PEOPLE_SHOWN = 6


def _leading(request: HttpRequest, slug: str):
    node = unit_with_board(request, slug)
    request.who.require("board.lead", node)
    return node


@require_GET
def prepare(request: HttpRequest, slug: str) -> HttpResponse:
    """Five minutes before: what to do first, and what the meeting will hold."""
    node = _leading(request, slug)
    method, coming = methods.current(), boards.upcoming(node.id)
    today = clock.today()
    around = boards.meetings([node.id], today - dt.timedelta(weeks=16), today)
    held = [meeting.on for meeting in around if meeting.state == "held"]
    view = boards.board_view(node.id, board_of(node), method, held)
    cards = [card for lane in view.lanes for card in lane.cards]
    context = {
        "unit": node,
        "method": method,
        "meeting": coming,
        "late": [card for card in cards if card.overdue_days],
        "waiting": [card for card in cards if card.unanswered_meetings > 1],
        "full": [lane for lane in view.lanes if lane.over],
        "new": len(view.lanes[0].cards),
        "working": sum(len(lane.cards) for lane in view.lanes if lane.rail == "accent"),
        "blocked": view.blocked,
        "done": list(queries.done_since(node.id, queries.last_held(node.id))),
        "rhythm": [meeting for meeting in around if meeting.state in ("held", "cancelled")],
        "held": len(held),
        "cancelled": sum(meeting.state == "cancelled" for meeting in around),
    }
    return render(request, "huddle/prepare.html", context)


@require_POST
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin, or take over a meeting that runs."""
    node = _leading(request, slug)
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
        **_content(request, node, now.item.kind, method),
    }
    return render(request, "huddle/meeting.html", context)


def _content(request: HttpRequest, node, kind: str, method) -> dict:
    """What the item in focus shows."""
    if kind == "new":
        return _pile(request, node, list(queries.new_cards(node.id)), method)
    if kind == "follow_up":
        return _pile(request, node, list(queries.follow_up(node.id)), method)
    if kind == "done":
        return {"cards": list(queries.done_since(node.id, queries.last_held(node.id)))}
    if kind == "who_does_what":
        return {"cards": queries.who_does_what(node.id)}
    return {}


def _pile(request: HttpRequest, node, cards: list, method) -> dict:
    """One card of the pile in focus (`?kort=`), its neighbours, and what is prefilled."""
    wanted = request.GET.get("kort", "")
    place = next((n for n, card in enumerate(cards) if str(card.number) == wanted), 0)
    card = cards[place] if cards else None
    people = people_at(node, clock.today())
    others = [other for other in boards.archive(node.id).exclude(state__in=ASIDE)[:200] if card and other.pk != card.pk]
    return {
        "cards": cards,
        "card": card,
        "place": place,
        "category": method.category(card.category) if card else None,
        "before": cards[place - 1] if place else None,
        "after": cards[place + 1] if place + 1 < len(cards) else None,
        "people": people[:PEOPLE_SHOWN],
        "dates": _dates(node),
        "columns": method.board.columns,
        "decline_form": DeclineForm(),
        "park_form": ParkForm(),
        "merge_form": MergeForm(cards=others) if others else None,
    }


def _dates(node) -> list[dt.date]:
    """The next two meetings: what most deadlines are."""
    today = clock.today()
    coming = boards.meetings([node.id], today + dt.timedelta(1), today + dt.timedelta(weeks=9))
    return [meeting.on for meeting in coming][:2] or [today + dt.timedelta(7), today + dt.timedelta(14)]


@require_POST
def step(request: HttpRequest, slug: str) -> HttpResponse:
    """To the next item, the one before, or a named one."""
    node = _leading(request, slug)
    row = queries.running(node.id)
    if row is None:
        raise Http404
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
    node = _leading(request, slug)
    row = queries.running(node.id)
    if row is None:
        raise Http404
    step = {"more": 1, "fewer": -1}.get(request.POST.get("change", ""))
    typed = request.POST.get("attendance", "")
    wanted = (row.attendance or 0) + step if step else int(typed) if typed.isdecimal() and len(typed) < 6 else -1
    row.count(wanted, by=request.who.person)
    return redirect("huddle:meeting", node.slug)


@require_POST
def end(request: HttpRequest, slug: str) -> HttpResponse:
    """End it; the minutes are there at once."""
    node = _leading(request, slug)
    row = queries.running(node.id)
    if row is None:
        return redirect("huddle:history", node.slug)
    AgendaTime.finish(row, by=request.who.person)
    return redirect("huddle:minutes", node.slug, row.pk)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """The next meeting falls out, and why."""
    node = _leading(request, slug)
    coming = boards.upcoming(node.id)
    if coming is None or coming.state != "planned":
        return redirect("board:board", node.slug)
    error = ""
    if request.method == "POST":
        try:
            row = Meeting.plan(unit=node, on=coming.on, at=coming.at, by=request.who.person, minutes=coming.minutes)
            row.cancel(by=request.who.person, reason=request.POST.get("reason", ""))
            messages.success(request, _("The meeting is cancelled."))
            return redirect("board:board", node.slug)
        except DomainError as refused:
            error = str(refused)
    context = {"unit": node, "meeting": coming, "error": error, "reason": request.POST.get("reason", "")}
    return render(request, "huddle/cancel.html", context, status=422 if error else 200)


@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """The minutes on one page; corrected until the next meeting."""
    node = unit_with_board(request, slug)
    row = get_object_or_404(Meeting.objects.select_related("leader", "unit"), pk=key, unit_id=node.id)
    if row.state not in (MeetingState.HELD, MeetingState.RUNNING):
        raise Http404
    text, stale, error = Minutes.of(row), None, ""
    if request.method == "POST":
        request.who.require("board.lead", node)
        try:
            text.correct(by=request.who.person, version=_version(request), text=request.POST.get("text", ""))
            return redirect("huddle:minutes", node.slug, row.pk)
        except StaleError as refused:
            stale = refused
        except DomainError as refused:
            error = str(refused)
    method = methods.current()
    context = {
        "unit": node,
        "meeting": row,
        "method": method,
        "minutes": text,
        "typed": request.POST.get("text", text.text),
        "record": queries.record(row),
        "parts": agenda.parts(method, row.times.all()),
        "total": agenda.said(agenda.elapsed(row)),
        "began": queries.began(row),
        "tasks": queries.who_does_what(node.id),
        "may_correct": request.who.may("board.lead", node) and not next_was_held(row),
        "stale": stale,
        "error": error,
    }
    return render(request, "huddle/minutes.html", context, status=409 if stale or error else 200)


def _version(request: HttpRequest) -> int | None:
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) < 9 else None


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
