"""The dates of one person as an iCalendar feed (RFC 5545) that Outlook, Google and phones follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from bedre.board.queries import meetings
from bedre.kernel import clock
from bedre.learning.models import StudyVisit
from bedre.method import queries as methods
from bedre.people.access import Who
from bedre.people.models import RoleKind as Kind
from bedre.rollout.queries import Entry, calendar

BEFORE, AHEAD = dt.timedelta(weeks=8), dt.timedelta(weeks=26)
"""How far back and ahead board meetings stand in the calendar: a rhythm has no end of its own."""

OWN = (Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM, Kind.EMPLOYEE)
"""Roles whose unit's meetings are one's own; a coach has the visits, and a leader of many units not all their meetings."""


def entries(who: Who) -> list[Entry]:
    """Every date of a person, in order."""
    return sorted([*calendar(who), *_meetings(who), *_study_visits(who)], key=lambda entry: (str(entry.start), entry.uid))


def coming(who: Who, ahead: dt.timedelta) -> list[Entry]:
    """What begins from today on, until `ahead`."""
    first, last = str(clock.today()), str(clock.today() + ahead)
    return [entry for entry in entries(who) if first <= str(entry.start) <= last]


def _meetings(who: Who) -> Iterator[Entry]:
    units = {role.unit_id for role in who.roles if role.kind in OWN and role.unit_id in who.tree.nodes}
    if not units:
        return
    today, called = clock.today(), methods.current().meeting.title
    for meeting in meetings(units, today - BEFORE, today + AHEAD):
        if meeting.state != "cancelled":
            unit = who.tree[meeting.unit_id]
            yield Entry.at(
                f"meeting-{unit.id}-{meeting.on}",
                meeting.on,
                meeting.at,
                dt.timedelta(minutes=meeting.minutes),
                f"{called}, {unit.name}",
                url=_path("board:board", unit.slug),
            )


def _study_visits(who: Who) -> Iterator[Entry]:
    if not who.may("learning.note_visit"):
        return
    for visit in StudyVisit.objects.exclude(planned_on=None):
        title = _("Study visit: %(organisation)s") % {"organisation": visit.organisation}
        yield Entry.on(
            f"study-{visit.pk}", visit.planned_on, title, text=visit.programme, url=_path("learning:visit", visit.pk)
        )


def _path(name: str, *args: object) -> str:
    return reverse(name, urlconf=settings.TENANT_URLCONF, args=args)


def feed(who: Who, *, name: str, base: str) -> bytes:
    """The person's dates as an .ics file; `base` is the public address of the municipality, put before every path."""
    calendar = Calendar()
    calendar.add("prodid", "-//Bedre//Bedre//NO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in entries(who):
        calendar.add_component(_event(entry, base))
    return calendar.to_ical()


def _event(entry: Entry, base: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@bedre")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", _moment(entry.start))
    event.add("dtend", _moment(entry.end))
    event.add("summary", entry.title)
    event.add("transp", "OPAQUE" if isinstance(entry.start, dt.datetime) else "TRANSPARENT")
    link = f"{base}{entry.url}" if entry.url else ""
    text = "\n\n".join(part for part in (entry.text, link) if part)
    for field, value in (("description", text), ("location", entry.place), ("url", link)):
        if value:
            event.add(field, value)
    return event


def _moment(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """A moment in UTC, so that no program needs our time zone; a whole day stays a day."""
    return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else value
