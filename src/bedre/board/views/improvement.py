"""A card: handing it in, reading it, writing in it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bedre.files.queries import photos_of
from bedre.files.storage import accept_photo
from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.method import queries as methods

from .. import queries
from ..forms import BlockForm, CommentForm, DeclineForm, HandInForm, MergeForm, ParkForm, PhotoForm, SheetForm, TakeUpForm
from ..life import ASIDE, State
from ..models import Improvement
from .found import card, people_at, unit_with_board


@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Hand in an idea, or something the unit just did."""
    node = unit_with_board(request, slug)
    request.who.require("board.hand_in", node)
    form = HandInForm(request.POST or None, request.FILES or None, method=methods.current())
    if request.method == "POST" and form.is_valid():
        try:
            return _handed_in(request, node, form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
    status = 422 if form.errors else 200
    return render(request, "board/hand_in.html", {"form": form, "unit": node, "method": methods.current()}, status=status)


@transaction.atomic
def _handed_in(request: HttpRequest, node, data: dict) -> HttpResponse:
    photo = data.pop("photo", None)
    data["shown_as"] = data["shown_as"] or "unit"
    verb = Improvement.just_did if "just_did" in request.POST else Improvement.hand_in
    improvement = verb(unit=node, by=request.who.person, **data)
    if photo:
        accept_photo(photo, owner=improvement, by=request.who.person)
    messages.success(request, _("Thank you! %s hangs on the board.") % improvement.code)
    return redirect("board:board", node.slug)


@require_http_methods(["GET", "POST"])
def improvement(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The card's page: its path, its sheet, its answers, its history. POST writes in the sheet."""
    node, row = card(request, slug, number)
    method = methods.current()
    form = SheetForm(request.POST or None, initial={**_written(row), "version": row.version}, method=method)
    stale = None
    if request.method == "POST":
        request.who.require("board.move", node)
        if form.is_valid():
            try:
                data = dict(form.cleaned_data)
                row.write(by=request.who.person, version=data.pop("version"), **data)
                return redirect("board:improvement", node.slug, row.number)
            except StaleError as error:
                stale = error
                form.meet(_written(row), row.version)
            except DomainError as error:
                form.add_error(None, str(error))
    status = 409 if stale else 422 if form.errors else 200
    return page(request, node, row, status=status, method=method, form=form, stale=stale)


def page(request: HttpRequest, node, row: Improvement, status: int = 200, method: Any = None, **forms) -> HttpResponse:
    """The card's page with the given forms in place of empty ones."""
    method = method or methods.current()
    may = {action: request.who.may(f"board.{action}", node) for action in ("move", "answer", "comment")}
    may["redact"] = request.who.may("people.redact", node)
    on_board = row.state not in ASIDE
    context = {
        "unit": node,
        "card": row,
        "method": method,
        "category": method.category(row.category),
        "columns": _path(row, method) if on_board else [],
        "aside": _aside(row),
        "stopped": next((block for block in row.blocks.all() if block.ended_at is None), None),
        "history": queries.history(row, method),
        "photos": photos_of(row),
        "may": may,
        "editing": "endre" in request.GET or "form" in forms and bool(forms["form"].errors or forms.get("stale")),
        **_forms(request, node, row, may),
        **forms,
    }
    if "form" not in context:
        context["form"] = SheetForm(initial={**_written(row), "version": row.version}, method=method)
    return render(request, "board/improvement.html", context, status=status)


def _written(row: Improvement) -> dict[str, str]:
    return {name: getattr(row, name) for name in ("title", "category", *SheetForm.LEFT, *SheetForm.RIGHT)}


def _forms(request: HttpRequest, node, row: Improvement, may: dict[str, bool]) -> dict[str, object]:
    if not may["answer"] and not may["move"]:
        return {"comment_form": CommentForm()}
    others = queries.archive(node.id).exclude(pk=row.pk).exclude(state__in=ASIDE)[:200]
    people = people_at(node, clock.today())
    first = {"responsible": row.responsible_id, "due_on": row.due_on}
    return {
        "take_up_form": TakeUpForm(people=people, initial=first),
        "decline_form": DeclineForm(),
        "park_form": ParkForm(),
        "merge_form": MergeForm(cards=list(others)),
        "block_form": BlockForm(),
        "comment_form": CommentForm(),
        "photo_form": PhotoForm(),
    }


def _path(row: Improvement, method) -> list[dict]:
    columns = list(method.board.columns)
    at = next((number for number, column in enumerate(columns) if row.state in column.states), 0)
    return [{"column": column, "was": number < at, "on": number == at} for number, column in enumerate(columns)]


def _aside(row: Improvement) -> dict | None:
    records: dict[str, Any] = {State.DECLINED: row.declines, State.PARKED: row.parkings, State.MERGED: row.merges}
    if row.state not in records:
        return None
    return {"kind": row.state, "record": records[row.state].filter(ended_at=None).first()}


@require_POST
def comment(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Say something under the card."""
    node, row = card(request, slug, number)
    request.who.require("board.comment", node)
    form = CommentForm(request.POST)
    if form.is_valid():
        row.comment(by=request.who.person, text=form.cleaned_data["text"])
        messages.success(request, _("Your comment is on the card."))
        return redirect("board:improvement", node.slug, row.number)
    return page(request, node, row, status=422, comment_form=form)


@require_POST
def add_photo(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Hang a photo on the card."""
    node, row = card(request, slug, number)
    request.who.require("board.move", node)
    form = PhotoForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            accept_photo(form.cleaned_data["photo"], owner=row, by=request.who.person, alt=form.cleaned_data["alt"])
            return redirect("board:improvement", node.slug, row.number)
        except DomainError as error:
            form.add_error("photo", str(error))
    return page(request, node, row, status=422, photo_form=form)
