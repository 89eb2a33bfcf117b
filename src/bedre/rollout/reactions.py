"""What an introduction does when something happens elsewhere, in the same transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bedre.kernel import events

from .models import Introduction


@events.on("unit.closed")
def close_with_unit(event: Any, unit: Any) -> None:
    """A unit that closes or merges takes its introduction out of the plan; what was done stays."""
    on = dt.date.fromisoformat(event.changes["on"])
    for introduction in Introduction.objects.filter(unit=unit):
        introduction.close(by=event.actor, on=on)


@events.on("meeting.held")
def start_the_board(event: Any, meeting: Any) -> None:
    """The first meeting that is held at the board is the board's start."""
    for introduction in Introduction.objects.filter(unit=event.unit_id):
        for step in introduction.steps.filter(kind="board_start", withdrawn_at=None):
            if step.done is None and introduction.side_state() is None:
                step.finish(by=event.actor, on=dt.date.fromisoformat(event.changes["on"]))
