"""What the meeting puts on the page of the board."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from bedre.web.slots import register


def actions(request: HttpRequest, *, unit: Any, meeting: Any) -> tuple[str, dict[str, Any]]:
    """The ways into the meeting."""
    return "huddle/actions.html", {"unit": unit, "meeting": meeting}


register("board.actions", actions)
