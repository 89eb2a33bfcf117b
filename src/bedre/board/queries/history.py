"""What has happened to a card, in sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bedre.kernel.models import Event
from bedre.method.parts import Method

from ..models import Improvement


@dataclass(frozen=True)
class Line:
    """One sentence with its moment."""

    at: dt.datetime
    sentence: str


def history(improvement: Improvement, method: Method) -> list[Line]:
    """The card's life, newest first. Four queries: events, and the texts they refer to."""
    rows = Event.objects.filter(subject_id=improvement.pk).select_related("actor").order_by("-at", "-id")
    texts = _texts(improvement)
    return [Line(row.at, sentence) for row in rows if (sentence := _sentence(row, improvement, method, texts))]


def _texts(improvement: Improvement) -> dict[str, str]:
    """The free texts that events point at, by key of their record."""
    records: list[Any] = [*improvement.declines.all(), *improvement.parkings.all(), *improvement.blocks.all()]
    return {str(record.pk): record.reason for record in records} | {str(c.pk): c.text for c in improvement.comments.all()}


def _sentence(event: Event, improvement: Improvement, method: Method, texts: dict[str, str]) -> str:
    who = _who(event, improvement)
    changes = event.changes
    column = method.board.column_of(changes.get("to", ""))
    sentences = {
        "board.handed_in": _("%(who)s handed in the idea."),
        "board.taken_up": _("%(who)s took the idea up."),
        "board.declined": _("%(who)s said no: “%(text)s”"),
        "board.parked": _("%(who)s parked the idea. %(text)s"),
        "board.merged": _("%(who)s merged it into another card."),
        "board.taken_back": _("%(who)s took the card back."),
        "board.moved": _("%(who)s moved the card to %(column)s."),
        "board.done": _("Done at once.") if changes.get("at_once") else "",
        "board.assigned": _("%(who)s changed responsible or deadline."),
        "board.written": _("%(who)s wrote in the sheet."),
        "board.blocked": _("%(who)s marked it as stopped: “%(text)s”"),
        "board.unblocked": _("%(who)s let it go on."),
        "board.commented": _("%(who)s wrote: “%(text)s”"),
    }
    text = next((texts[value] for value in changes.values() if isinstance(value, str) and value in texts), "")
    return sentences.get(event.verb, "") % {"who": who, "text": text, "column": column.title if column else ""}


def _who(event: Event, improvement: Improvement) -> str:
    """The proposer as the proposer chose; others by name."""
    if event.actor is None:
        return _("Somebody")
    if event.actor_id == improvement.proposer_id and improvement.shown_as == "unit":
        return _("An employee")
    return event.actor.name
