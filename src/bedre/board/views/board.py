"""The board itself, its archive and its settings."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.text import clean
from bedre.method import queries as methods
from bedre.web import norsk, slots

from .. import queries
from ..forms import CloseForm, RhythmForm, SettingsForm
from ..life import State
from ..models import Rhythm
from .found import board_of, unit_with_board

LOOK_BACK = dt.timedelta(weeks=8)


@require_GET
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """The board as it hangs."""
    node = unit_with_board(request, slug)
    unit_board, method = board_of(node), methods.current()
    today = clock.today()
    around = queries.meetings([node.id], today - LOOK_BACK, today + LOOK_BACK)
    held = [meeting.on for meeting in around if meeting.state == "held"]
    marks = {key: mark for part in slots.fill("board.marks", request, unit=node) for key, mark in part.items()}
    view = queries.board_view(node.id, unit_board, method, held, marks)
    may = {action: request.who.may(f"board.{action}", node) for action in ("hand_in", "move", "answer", "lead", "settle")}
    context = {
        "unit": node,
        "above": request.who.tree.above(node.id)[:1],
        "board": unit_board,
        "method": method,
        "view": view,
        "meeting": _next(around),
        "may": may,
        "current": request.GET.get("kolonne", method.board.columns[0].key),
        "only": request.GET.get("vis", ""),
        "rules": unit_board.rules.splitlines() or method.board.rules,
    }
    return render(request, "board/board.html", context)


def _next(around: list) -> object:
    coming = [meeting for meeting in around if meeting.to_come and meeting.on >= clock.today()]
    running = [meeting for meeting in coming if meeting.state == "running"]
    return (running or coming or [None])[0]


@require_GET
def archive(request: HttpRequest, slug: str) -> HttpResponse:
    """Every card the unit ever had, with a search in the titles."""
    node = unit_with_board(request, slug)
    words, state = clean(request.GET.get("ord", ""))[:200], request.GET.get("tilstand", "")
    state = state if state in State.values else ""
    page = Paginator(queries.archive(node.id, words, state), 50).get_page(request.GET.get("side"))
    context = {"unit": node, "page": page, "words": words, "state": state, "method": methods.current(), "states": State.values}
    return render(request, "board/archive.html", context)


@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest, slug: str) -> HttpResponse:
    """Rules, limits, rhythm of meetings, and who may see the board."""
    node = unit_with_board(request, slug)
    request.who.require("board.settle", node)
    unit_board, method = board_of(node), methods.current()
    limits = {f"limit_{column.key}": unit_board.limits.get(column.key) for column in method.board.columns}
    initial = {"rules": unit_board.rules, "version": unit_board.version, **limits}
    form = SettingsForm(request.POST or None, initial=initial, method=method)
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            unit_board.settle(by=request.who.person, version=data["version"], rules=data["rules"], limits=form.limits)
            messages.success(request, _("The board's settings are saved."))
            return redirect("board:board", node.slug)
        except StaleError as error:
            stale = error
    status = 409 if stale else 422 if form.errors else 200
    return _settings_page(request, node, unit_board, status, form=form, stale=stale)


def _settings_page(request: HttpRequest, node, unit_board, status: int, **forms) -> HttpResponse:
    rhythm = Rhythm.of(node.id, clock.today())
    initial = {"weekday": rhythm.weekday, "at": rhythm.at} if rhythm else {"weekday": 0, "at": dt.time(13, 30)}
    language = (get_language() or "nb")[:2]
    context = {
        "unit": node,
        "board": unit_board,
        "rhythm": rhythm,
        "rhythm_form": RhythmForm(
            initial={**initial, "valid_from": clock.today()}, weekdays=norsk.WEEKDAYS.get(language, norsk.WEEKDAYS["nb"])
        ),
        "close_form": CloseForm(),
        "may_close": request.who.may("board.close", node),
        **forms,
    }
    context.setdefault(
        "form", SettingsForm(initial={"rules": unit_board.rules, "version": unit_board.version}, method=methods.current())
    )
    return render(request, "board/settings.html", context, status=status)


@require_POST
def rhythm(request: HttpRequest, slug: str) -> HttpResponse:
    """Set weekday and time of the meetings."""
    node = unit_with_board(request, slug)
    request.who.require("board.settle", node)
    form = RhythmForm(request.POST, weekdays=norsk.WEEKDAYS["nb"])
    if not form.is_valid():
        return _settings_page(request, node, board_of(node), 422, rhythm_form=form)
    Rhythm.settle(unit=node, by=request.who.person, **form.cleaned_data)
    messages.success(request, _("The meeting has its day and time."))
    return redirect("board:settings", node.slug)


@require_POST
def closure(request: HttpRequest, slug: str) -> HttpResponse:
    """Close the board to others, or open it."""
    node = unit_with_board(request, slug)
    request.who.require("board.close", node)
    unit_board = board_of(node)
    if "open" in request.POST:
        unit_board.open(by=request.who.person)
        return redirect("board:settings", node.slug)
    form = CloseForm(request.POST)
    if form.is_valid():
        try:
            unit_board.close(by=request.who.person, reason=form.cleaned_data["reason"])
            return redirect("board:settings", node.slug)
        except DomainError as error:
            form.add_error(None, str(error))
    return _settings_page(request, node, unit_board, 422, close_form=form)
