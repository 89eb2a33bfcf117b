"""What stories put on pages that others own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest

from bedre.web.slots import register

from . import queries


def below_card(request: HttpRequest, improvement: Any, unit: Any) -> tuple[str, dict[str, Any]] | None:
    """Under a finished card: its story, or the way to tell it. One query."""
    if improvement.state not in ("done", "declined"):
        return None
    told = queries.told_about(improvement.pk)
    may = request.who.may("learning.tell", unit)
    return ("learning/below.html", {"story": told, "unit": unit, "card": improvement}) if told or may else None


def on_municipality(request: HttpRequest, as_of: dt.date, gains: list[Any]) -> queries.Newest | None:
    """The three newest stories told by a date, for the municipality's page, and how many there are; `gains` are all that there are."""
    who = request.who
    return queries.newest(who, 3, as_of, gains) if who.may("learning.see") else None


register("improvement.below", below_card, order=60)
register("municipality.stories", on_municipality)
