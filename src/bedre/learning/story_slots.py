"""What stories put on the pages of others."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from bedre.web.slots import register

from . import queries


def below_card(request: HttpRequest, improvement: Any, unit: Any) -> tuple[str, dict[str, Any]] | None:
    """Under a finished card: its story, or the way to tell it. One query."""
    if improvement.state not in ("done", "declined"):
        return None
    told = queries.told_about(improvement.pk)
    may = request.who.may("learning.tell", unit)  # type: ignore[attr-defined]
    return ("learning/below.html", {"story": told, "unit": unit, "card": improvement}) if told or may else None


def on_municipality(request: HttpRequest) -> list[queries.Shown]:
    """The three newest stories, for the municipality's page."""
    who = request.who  # type: ignore[attr-defined]
    return queries.stories(who, 3) if who.may("learning.see") else []


register("improvement.below", below_card, order=60)
register("municipality.stories", on_municipality)
