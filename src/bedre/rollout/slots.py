"""What the introduction puts on pages that others own."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.web.norsk import date
from bedre.web.slots import register

from .models import CoachVisit, with_current
from .queries import Due, deadlines, waiting

WITHIN = dt.timedelta(days=7)
MOST = 8


def waits_for_me(request: HttpRequest, **context: Any) -> list[dict[str, Any]]:
    """What this person can do something about and is overdue or due within a week, the oldest first."""
    who = request.who  # type: ignore[attr-defined]
    return [_line(due, who) for due in deadlines(who, ahead=WITHIN)[:MOST]]


def waits_for_leaders(request: HttpRequest, **context: Any) -> list[dict[str, Any]]:
    """Waves to decide and agreements about to end."""
    return [dataclasses.asdict(thing) for thing in waiting(request.who, context.get("plans"))]  # type: ignore[attr-defined]


def from_coach(request: HttpRequest, *, unit: Any, **context: Any) -> tuple[str, dict[str, Any]] | None:
    """The coach's last word and the next visit, for the one who prepares a meeting; nothing without visits. One query."""
    visits = with_current(CoachVisit.objects.filter(introduction__unit=unit.id, called_off_at=None), "helds")
    rows = list(visits.order_by("on"))
    held = [visit for visit in rows if visit.held]
    coming = next((visit for visit in rows if not visit.held and visit.on >= clock.today()), None)
    if not held and coming is None:
        return None
    return "rollout/_from_coach.html", {"last": held[-1] if held else None, "coming": coming}


def _line(due: Due, who: Any) -> dict[str, Any]:
    language = who.person.language or who.municipality.language
    when = date(due.on, language, clock.today())
    title = f"{due.title}, {due.unit}" if due.unit else due.title
    return {
        "icon": "warning" if due.overdue else "calendar",
        "title": title,
        "text": (_("Was due %(date)s") if due.overdue else _("Due %(date)s")) % {"date": when},
        "url": due.url,
        "label": _("Open"),
        "level": "danger" if due.overdue else "accent",
    }


register("meeting.prepare", from_coach, order=20)
register("me.waiting", waits_for_me, order=40)
register("municipality.waiting", waits_for_leaders, order=40)
