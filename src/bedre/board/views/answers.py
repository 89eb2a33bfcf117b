"""Answering and moving a card: each is a POST to an address of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.method import queries as methods
from bedre.web.back import inside

from .. import life, queries
from ..forms import AssignForm, BlockForm, DeclineForm, MergeForm, ParkForm, TakeUpForm
from ..life import ASIDE
from ..models import Improvement
from .found import card, card_numbered, people_at
from .improvement import page


def _answer(
    request: HttpRequest, slug: str, number: int, name: str, make: Callable[..., forms.Form], act: Callable
) -> HttpResponse:
    """The steps all answers share: find, ask leave, check the form, one verb, back to where it came from."""
    node, row = card(request, slug, number)
    request.who.require("board.answer", node)
    form = make(node, row)
    if form.is_valid():
        try:
            life.check_seen(row.state, request.POST.get("seen"))
            act(row, form.cleaned_data)
            return back(request, node.slug, row)
        except DomainError as error:
            form.add_error(None, str(error))
    overtaken = request.POST.get("seen", row.state) != row.state
    return page(request, node, row, status=422, overtaken=form if overtaken else None, **{f"{name}_form": form})


def back(request: HttpRequest, slug: str, row: Improvement) -> HttpResponse:
    """To the page that asked (`next`), else to the card."""
    target = inside(request, request.POST.get("next") or request.GET.get("next", ""))
    return redirect(target) if target else redirect("board:improvement", slug, row.number)


@require_POST
def take_up(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Yes."""

    def act(row: Improvement, data: dict[str, Any]) -> None:
        row.take_up(by=request.who.person, **data)
        messages.success(request, _("Taken up."))

    return _answer(
        request, slug, number, "take_up", lambda node, row: TakeUpForm(request.POST, people=people_at(node, clock.today())), act
    )


@require_POST
def decline(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """No, with a reason."""

    def act(row: Improvement, data: dict[str, Any]) -> None:
        row.decline(by=request.who.person, reason=data["reason"])
        messages.success(request, _("The one who proposed it gets to read the reason."))

    return _answer(request, slug, number, "decline", lambda node, row: DeclineForm(request.POST), act)


@require_POST
def park(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Not now."""

    def act(row: Improvement, data: dict[str, Any]) -> None:
        row.park(by=request.who.person, until=data["until"], reason=data["reason"])
        messages.success(request, _("Parked."))

    return _answer(request, slug, number, "park", lambda node, row: ParkForm(request.POST), act)


@require_POST
def merge(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Into another card."""

    def make(node, row: Improvement) -> MergeForm:
        return MergeForm(request.POST, cards=list(queries.archive(node.id).exclude(pk=row.pk).exclude(state__in=ASIDE)))

    def act(row: Improvement, data: dict[str, Any]) -> None:
        row.merge_into(data["into"], by=request.who.person)
        messages.success(request, _("Merged into %s.") % data["into"].code)

    return _answer(request, slug, number, "merge", make, act)


@require_POST
def just_did(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """It is done already."""
    return _answer(request, slug, number, "form", _nothing_asked, lambda row, _data: row.finish_at_once(by=request.who.person))


@require_POST
def take_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Back on the board."""
    return _answer(request, slug, number, "form", _nothing_asked, lambda row, _data: row.take_back(by=request.who.person))


def _nothing_asked(_node: Any, _row: Improvement) -> forms.Form:
    return forms.Form({})


@require_POST
def move(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """To a state, last in it or before another card; by drag, key or menu alike."""
    node, row = card(request, slug, number)
    request.who.require("board.move", node)
    before = card_numbered(node, request.POST.get("before"))
    was = row.state
    row.move(by=request.who.person, state=request.POST.get("state") or request.GET.get("state", ""), before=before)
    response = back(request, node.slug, row)
    if row.state != was:
        _offer_undo(request, node.slug, row, was, response["Location"])
    return response


def _offer_undo(request: HttpRequest, slug: str, row: Improvement, was: str, page: str) -> None:
    """A toast with the way back: the same move, the other way."""
    column = methods.current().board.column_of(row.state)
    undo = f"{reverse('board:move', args=[slug, row.number])}?{urlencode({'state': was, 'next': page})}"
    words = _("“%(title)s” is moved to %(column)s.") % {"title": row.title, "column": column.title if column else ""}
    messages.success(request, words, extra_tags=undo)


@require_POST
def assign(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Who has it and until when."""
    node, row = card(request, slug, number)
    request.who.require("board.move", node)
    form = AssignForm(request.POST, people=people_at(node, clock.today()))
    if form.is_valid():
        row.assign(by=request.who.person, **form.cleaned_data)
        return back(request, node.slug, row)
    return page(request, node, row, status=422, take_up_form=form)


@require_POST
def block(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stopped, and by what; or going on again."""
    node, row = card(request, slug, number)
    request.who.require("board.move", node)
    if "unblock" in request.POST:
        row.unblock(by=request.who.person)
        return back(request, node.slug, row)
    form = BlockForm(request.POST)
    if form.is_valid():
        row.block(by=request.who.person, reason=form.cleaned_data["reason"])
        return back(request, node.slug, row)
    return page(request, node, row, status=422, block_form=form)
