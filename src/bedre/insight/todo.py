"""What waits for somebody, over all of Bedre: ideas to answer, time to check, and what the municipality waits for."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Min
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bedre.board.life import State
from bedre.board.models import Improvement
from bedre.gain.queries import unchecked
from bedre.kernel import clock
from bedre.people.models import RoleKind as Kind
from bedre.rollout.queries.known import Known
from bedre.web import words

from .overview import waiting

CHECK_AFTER = dt.timedelta(weeks=4)
"""An agreement about time that names no day for its check is due when it has had four weeks to become so."""

ANSWERING = (Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM)


def todo(request: HttpRequest, known: Known) -> list[dict[str, Any]]:
    """What waits for this person, own unit first. Two queries for those who answer in a unit, and those of the municipality."""
    who = request.who
    led = _led(who)
    found = [*_ideas(who, led), *_gains(who, led)] if led else []
    return found + waiting(request, known=known)


def _led(who: Any) -> set[uuid.UUID]:
    """The units in which this person answers ideas."""
    held = [role.unit_id for role in who.roles if role.kind in ANSWERING and role.unit_id in who.tree]
    return set().union(*(who.tree.reach(unit) for unit in held)) if held else set()


def _ideas(who: Any, led: set[uuid.UUID]) -> Iterator[dict[str, Any]]:
    """New ideas without an answer, a line for each unit, the one that has waited longest first. One query."""
    rows = Improvement.objects.filter(unit__in=led, state=State.NEW)
    for unit, count, since in rows.values_list("unit").annotate(n=Count("pk"), since=Min("handed_in_at")).order_by("since"):
        title = ngettext("One new idea waits for an answer", "%(n)s new ideas wait for an answer", count)
        said = {"unit": who.tree[unit].name, "age": words.age(since)}
        yield {
            "icon": "comment", "level": "accent", "label": _("Answer"), "url": reverse("board:board", args=[who.tree[unit].slug]),
            "title": _first_up(title % {"n": words.ord(count)}), "text": _("%(unit)s. The oldest: %(age)s") % said,
        }  # fmt: skip


def _gains(who: Any, led: set[uuid.UUID]) -> Iterator[dict[str, Any]]:
    """Agreements about time that nobody has checked, a line for each unit. One query."""
    for unit, count in unchecked(led, clock.today(), CHECK_AFTER):
        title = ngettext("Did one gain become so?", "Did %(n)s gains become so?", count) % {"n": words.ord(count)}
        yield {
            "icon": "clock", "level": "accent", "label": _("Check"), "url": reverse("gain:unit", args=[who.tree[unit].slug]),
            "title": title, "text": _("%s. It is time to check") % who.tree[unit].name,
        }  # fmt: skip


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
