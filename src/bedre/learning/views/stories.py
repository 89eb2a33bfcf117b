"""Stories: reading, telling, telling better, taking back."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.board.models import Improvement
from bedre.web.together import tried

from .. import queries
from ..forms.story import StoryForm, from_card
from ..models import Story


@require_GET
def stories(request: HttpRequest) -> HttpResponse:
    """All of them, or those that hold some words, or those that did not work."""
    who = request.who
    who.require("learning.see")
    words, only = request.GET.get("q", "").strip(), request.GET.get("vis", "")
    worked = {"virket": True, "virket-ikke": False}.get(only)
    found = queries.stories(who, words=words, worked=worked)
    home = who.home
    may = home is not None and who.may("learning.tell", home)
    context = {"stories": found, "words": words, "only": only, "home": home, "may_tell": may}
    return render(request, "learning/stories.html", context)


@require_GET
def story(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One story as others read it."""
    shown = _story(request, key)
    row = shown.story
    unit = request.who.tree.nodes.get(row.unit_id)
    may = unit is not None and request.who.may("learning.tell", unit)
    card = row.improvement if unit and row.improvement_id and request.who.may("board.see", unit) else None
    return render(request, "learning/story.html", {"shown": shown, "story": row, "unit": unit, "card": card, "may": may})


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """Tell a story, from a card or from nothing."""
    unit = request.who.unit_or_404(slug)
    request.who.require("learning.tell", unit)
    card = _card(request, unit, number)
    told = queries.told_about(card.pk) if card else None
    if told is not None and request.method == "GET":
        return redirect("learning:story", told.pk)
    form = StoryForm(request.POST or None, initial=from_card(card) if card else None)
    made: list[Story] = []
    person = request.who.person
    if form.is_valid() and tried(form, lambda: made.append(Story.tell(unit=unit, by=person, improvement=card, **form.typed))):
        messages.success(request, _("Thank you! Now others can use it."))
        return redirect("learning:story", made[0].pk)
    return _page(request, form, unit=unit, card=card)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Tell it better."""
    row = _mine(request, key)
    first = {name: getattr(row, name) for name in (*Story.TYPED, "version")} | {"worked": "1" if row.worked else "0"}
    form = StoryForm(request.POST or None, initial=first)
    if form.is_valid() and tried(form, lambda: row.write(by=request.who.person, version=form.seen_version, **form.typed)):
        messages.success(request, _("Saved."))
        return redirect("learning:story", key)
    return _page(request, form, unit=request.who.tree.nodes[row.unit_id], story=row)


@require_POST
def take_back(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Nobody shall read it any longer."""
    _mine(request, key).take_back(by=request.who.person)
    messages.success(request, _("The story is taken back."))
    return redirect("learning:stories")


def _story(request: HttpRequest, key: uuid.UUID) -> queries.Shown:
    """A story that this person may read, or 404."""
    request.who.require("learning.see")
    row = Story.objects.filter(pk=key, taken_back_on=None).select_related("improvement").first()
    if row is None or (request.who.kinds == {"adviser"} and not request.who.sees(row.unit_id)):
        raise Http404(key)
    return queries.shown([row], request.who.tree)[0]


def _mine(request: HttpRequest, key: uuid.UUID) -> Story:
    """A story that this person may change: 404 where it is not there, 403 where it is another's."""
    row = _story(request, key).story
    request.who.require("learning.tell", row.unit_id)
    return row


def _card(request: HttpRequest, unit: Any, number: int | None) -> Improvement | None:
    if number is None:
        return None
    row = Improvement.objects.filter(unit_id=unit.id, number=number).select_related("unit").first()
    if row is None or not request.who.may("board.see", unit):
        raise Http404(number)
    return row


def _page(request: HttpRequest, form: StoryForm, **context: Any) -> HttpResponse:
    refused = form.is_bound and form.errors
    status = form.refused or 422 if refused else 200
    return render(request, "learning/story_form.html", {"form": form, **context}, status=status)
