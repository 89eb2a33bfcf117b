"""Things that happen at a moment, played in order with the domain clock standing at each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

from bedre.kernel import clock

from . import post

OSLO = ZoneInfo("Europe/Oslo")


class Timeline:
    """Collects what happens and plays it from the earliest to the latest; at the same moment in the order it was added."""

    def __init__(self) -> None:
        self._happenings: list[tuple[dt.datetime, int, Callable[[], object]]] = []

    def on(self, day: dt.date, time: str, happening: Callable[[], object]) -> None:
        """Let something happen on a day at a time of day («13:30»)."""
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), OSLO)
        self._happenings.append((moment, len(self._happenings), happening))

    def play(self, until: dt.date) -> None:
        """Play what happens up to and including a day."""
        for moment, _number, happening in sorted(self._happenings, key=lambda entry: entry[:2]):
            if moment.date() <= until:
                with clock.at(moment):
                    happening()
                    post.deliver()
