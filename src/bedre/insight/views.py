"""Where each role begins, what is one's own, and the municipality in one honest page."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from bedre.board.life import State
from bedre.board.models import Improvement
from bedre.gain import sums
from bedre.gain.queries import gains
from bedre.gain.views.overview import chart, date_asked
from bedre.kernel import clock
from bedre.method import queries as methods
from bedre.people.models import RoleKind as Kind
from bedre.rollout.queries.agenda import deadlines
from bedre.rollout.queries.figures import coverage
from bedre.rollout.queries.waves import introductions, waves
from bedre.web import charts, slots

MY_CARDS = 50


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """To the page where this role does most."""
    who = request.who
    for kinds, route in FIRST_PAGES:
        if who.holds(*kinds):
            return redirect(route)
    if who.home is not None:
        return redirect("board:board", who.home.slug)
    return redirect("insight:municipality" if who.may("insight.see") else "insight:me")


FIRST_PAGES = [
    ((Kind.LEADER_GROUP, Kind.POLITICIAN), "insight:municipality"),
    ((Kind.COORDINATOR, Kind.ADVISER), "rollout:overview"),
    ((Kind.CONTROLLER,), "gain:overview"),
    ((Kind.ADMINISTRATOR,), "organisation:units"),
    ((Kind.COACH,), "rollout:coach"),
    ((Kind.VISITOR,), "learning:stories"),
]
"""Roles by what they begin with; whoever works at a unit begins at its board."""


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """What I handed in with its answers, what waits for me, and my deadlines. For oneself only."""
    who = request.who
    cards = (
        Improvement.objects.filter(proposer=who.person)
        .select_related("unit")
        .prefetch_related("declines", "parkings", "merges__into")
    )
    mine = Improvement.objects.filter(responsible=who.person).exclude(
        state__in=(State.DONE, State.DECLINED, State.PARKED, State.MERGED)
    )
    context = {
        "cards": [(card, _answer(card)) for card in cards.order_by("-handed_in_at")[:MY_CARDS]],
        "tasks": mine.select_related("unit").order_by("due_on")[:MY_CARDS],
        "waiting": [item for found in slots.fill("me.waiting", request) for item in found],
        "deadlines": deadlines(who),
        "method": methods.current(),
    }
    return render(request, "insight/me.html", context)


def _answer(card: Improvement) -> str:
    """The words of the answer, where there are any."""
    for records in (card.declines.all(), card.parkings.all()):
        for record in records:
            if record.ended_at is None:
                return record.reason
    return next((str(record.into) for record in card.merges.all() if record.ended_at is None), "")


@require_GET
def municipality(request: HttpRequest) -> HttpResponse:
    """What is going on: what waits, how many units are in, time freed, waves, stories. Politicians see nothing internal to a unit."""
    request.who.require("insight.see")
    as_of = date_asked(request)
    facts = [row.facts() for row in gains()]
    covered = coverage(as_of)
    governs_only = not request.who.inside
    plans = [] if governs_only else introductions()
    context = {
        "as_of": as_of,
        "today_page": as_of == clock.today(),
        "coverage": covered,
        "squares": charts.squares(covered.trained, covered.total, f"{covered.trained}/{covered.total}")
        if covered.total
        else None,
        "sums": sums.totals(facts, as_of),
        "chart": chart(facts, as_of),
        "waiting": []
        if governs_only
        else [item for found in slots.fill("municipality.waiting", request, plans=plans) for item in found],
        "deadlines": [] if governs_only else deadlines(request.who, dt.timedelta(days=30), plans),
        "waves": [] if governs_only else waves(rows=plans),
        "stories": [item for found in slots.fill("municipality.stories", request) for item in found],
        "governs_only": governs_only,
    }
    return render(request, "insight/municipality.html", context)
