"""What measures put on the pages of the board and the meeting."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from bedre.web import charts
from bedre.web.slots import register

from . import queries


def strip(request: HttpRequest, *, unit: Any) -> tuple[str, dict[str, Any]] | None:
    """What the unit measures, each with its small line; nothing before something is measured."""
    found = queries.strip(unit.id)
    drawn = [(line, charts.spark(line.numbers) if len(line.values) > 1 else None) for line in found]
    return ("measure/strip.html", {"lines": drawn, "unit": unit}) if drawn else None


register("board.strip", strip)
register("meeting.goals", strip)
