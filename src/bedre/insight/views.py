"""Where each role begins, what is one's own, and the municipality in one honest page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from bedre.gain.views.overview import date_asked
from bedre.people.models import RoleKind as Kind

from .mine import mine
from .overview import overview


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
    """What waits for me, what I handed in with its answers, what I took on. For oneself only."""
    return render(request, "insight/me.html", mine(request))


@require_GET
def municipality(request: HttpRequest) -> HttpResponse:
    """What is going on, as of a date (`?per=2015-06-15`)."""
    request.who.require("insight.see")
    return render(request, "insight/municipality.html", overview(request, date_asked(request)))
