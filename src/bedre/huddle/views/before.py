"""Preparing the meeting, or calling it off."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.board import queries as boards
from bedre.board.models import Meeting
from bedre.board.views.found import board_of
from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.method import queries as methods

from .. import queries
from ..forms import CancelForm
from .found import led


@require_GET
def prepare(request: HttpRequest, slug: str) -> HttpResponse:
    """Five minutes before: what to do first, and what the meeting will hold."""
    node = led(request, slug)
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


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, slug: str) -> HttpResponse:
    """The next meeting falls out, and why."""
    node = led(request, slug)
    coming = boards.upcoming(node.id)
    if coming is None or coming.state != "planned":
        return redirect("board:board", node.slug)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = Meeting.plan(unit=node, on=coming.on, at=coming.at, by=request.who.person, minutes=coming.minutes)
            row.cancel(by=request.who.person, reason=form.cleaned_data["reason"])
            messages.success(request, _("The meeting is cancelled."))
            return redirect("board:board", node.slug)
        except DomainError as refused:
            form.add_error("reason", str(refused))
    context = {"unit": node, "meeting": coming, "form": form}
    return render(request, "huddle/cancel.html", context, status=422 if form.errors else 200)
