"""The dates of one person as an iCalendar feed (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from icalendar import Calendar, Event

from bedre.kernel import clock
from bedre.people.access import Who


@dataclass(frozen=True)
class Entry:
    """One date: `start`/`end` are dates (a whole day; end is the day after) or moments with time zone."""

    uid: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""


Source = Callable[[Who], Iterable[Entry]]
_sources: list[Source] = []


def add_source(source: Source) -> Source:
    """Register a function that gives a person's dates of one kind."""
    _sources.append(source)
    return source


def entries(who: Who) -> list[Entry]:
    """Every date of a person, in order."""
    found = [entry for source in _sources for entry in source(who)]
    return sorted(found, key=lambda entry: (str(entry.start), entry.uid))


def feed(who: Who, name: str) -> bytes:
    """The person's dates as an .ics file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Bedre//NO")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries(who):
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@bedre")
    event.add("dtstamp", clock.now())
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", entry.title)
    for name, value in (("description", entry.text), ("location", entry.place), ("url", entry.url)):
        if value:
            event.add(name, value)
    return event
