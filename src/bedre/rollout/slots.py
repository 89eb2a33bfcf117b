"""What the introduction puts on pages that others own."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.http import HttpRequest

from bedre.kernel import clock
from bedre.web.slots import register

from .models import CoachVisit, with_current
from .queries import waiting


def waits_for_leaders(request: HttpRequest, **context: Any) -> list[dict[str, Any]]:
    """Waves to decide and agreements about to end."""
    return [dataclasses.asdict(thing) for thing in waiting(request.who, context.get("known"))]


def from_coach(request: HttpRequest, *, unit: Any, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The coach's last word and the next visit, for the one who prepares a meeting; nothing without visits. One query."""
    visits = with_current(CoachVisit.objects.filter(introduction__unit=unit.id, called_off_at=None), "helds")
    rows = list(visits.order_by("on"))
    held = [visit for visit in rows if visit.held]
    coming = next((visit for visit in rows if not visit.held and visit.on >= clock.today()), None)
    if not held and coming is None:
        return None
    return "rollout/_from_coach.html", {"last": held[-1] if held else None, "coming": coming}


register("meeting.prepare", from_coach, order=20)
register("municipality.waiting", waits_for_leaders, order=40)
