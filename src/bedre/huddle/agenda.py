"""The agenda with its clock: what is planned, what was used, where the meeting is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bedre.kernel import clock
from bedre.method.parts import AgendaItem, Method

from .models import AgendaTime, Meeting


@dataclass(frozen=True)
class Part:
    """An item of the agenda in this meeting. Times in seconds."""

    item: AgendaItem
    used: int
    current: bool
    was: bool

    @property
    def planned(self) -> int:
        """What the method gives it."""
        return self.item.minutes * 60

    @property
    def left(self) -> int:
        """What is left; below 0 when it took longer."""
        return self.planned - self.used

    @property
    def clock(self) -> str:
        """Minutes and seconds used: «2:05»."""
        return said(self.used)

    @property
    def countdown(self) -> str:
        """Minutes and seconds left: «1:55», «+0:05» when it took longer."""
        return said(self.left)


def said(seconds: int) -> str:
    """«2:05», or «+0:40» below zero."""
    sign, whole = ("+", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{whole // 60}:{whole % 60:02d}"


def parts(method: Method, times: Iterable[AgendaTime]) -> list[Part]:
    """The agenda as it goes. Items the running method does not have are left out."""
    rows = list(times)
    used: dict[str, int] = {}
    for row in rows:
        used[row.key] = used.get(row.key, 0) + row.seconds
    now = next((row.key for row in rows if row.ended_at is None), None)
    return [
        Part(item, used.get(item.key, 0), item.key == now, item.key in used and item.key != now)
        for item in method.meeting.agenda
    ]


def elapsed(meeting: Meeting) -> int:
    """Seconds since the meeting began."""
    end = meeting.ended_at or clock.now()
    return max(int((end - meeting.started_at).total_seconds()), 0) if meeting.started_at else 0


def neighbour(method: Method, key: str, step: int) -> str:
    """The key of the item before (-1) or after (+1); the same at either end."""
    keys = [item.key for item in method.meeting.agenda]
    place = keys.index(key) if key in keys else 0
    return keys[min(max(place + step, 0), len(keys) - 1)]
