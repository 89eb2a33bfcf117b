"""What stands in somebody's calendar: course days, visits, briefings and deadlines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.kernel.weeks import DAY

from ..links import to
from ..models import Briefing
from ..titles import title_of
from .agenda import acts
from .known import Known
from .waves import PlanRow, introductions, waves


@dataclass(frozen=True)
class Entry:
    """A calendar entry; whole days carry dates (the end is the day after), others moments with time zone. `uid` is stable; `url` a path."""

    uid: str
    start: dt.date | dt.datetime
    end: dt.date | dt.datetime
    title: str
    text: str = ""
    place: str = ""
    url: str = ""

    @classmethod
    def on(cls, uid: str, day: dt.date, title: str, **fields: str) -> Entry:
        """An entry that lasts the whole day."""
        return cls(uid, day, day + DAY, title, **fields)

    @classmethod
    def at(cls, uid: str, day: dt.date, at: dt.time, until: dt.time | dt.timedelta, title: str, **fields: str) -> Entry:
        """An entry from one time of day, in Norwegian time, to another or for so long."""
        start = timezone.make_aware(dt.datetime.combine(day, at))
        end = start + until if isinstance(until, dt.timedelta) else timezone.make_aware(dt.datetime.combine(day, until))
        return cls(uid, start, end, title, **fields)


HOUR = dt.timedelta(hours=1)
"""How long something lasts in the calendar when nobody said when it ends."""


def calendar(who: Any) -> list[Entry]:
    """Course days, visits, briefings and deadlines of units where this person can act or works, past and to come."""
    plans = introductions()
    found: list[Entry] = []
    for row in plans:
        unit = who.tree.nodes.get(row.introduction.unit_id)
        if unit is not None and (acts(who, row) or (who.home and who.home.id == unit.id)):
            found += _of_unit(row, unit)
    if who.may("rollout.brief"):
        found += [_briefing(briefing) for briefing in Briefing.objects.all()]
    if who.may("rollout.plan"):
        found += _of_municipality(plans)
    return found


def _of_unit(row: PlanRow, unit: Any) -> Iterator[Entry]:
    for day in row.course_days:
        title = _("Course day %(n)d, %(unit)s") % {"n": day.number, "unit": unit.name}
        yield _timed(day, title, to("course_day", unit.slug, day.number), text=day.topics, ends_at=day.ends_at)
    for visit in row.visits:
        on = visit.held.on if visit.held else visit.on
        title = _("Guidance visit, %(unit)s") % {"unit": unit.name}
        yield Entry.on(f"visit-{visit.pk}", on, title, url=to("visit", unit.slug, visit.pk))
    for step in row.steps if row.running else []:
        if step.done is None and step.kind != "course_days":
            title = _("Due: %(step)s, %(unit)s") % {"step": title_of(row.introduction, step.key), "unit": unit.name}
            yield Entry.on(f"step-{step.pk}", step.last_on, title, url=to("step", unit.slug, step.key))


def _of_municipality(plans: list[PlanRow]) -> Iterator[Entry]:
    for summary in waves(rows=plans):
        if summary.wave.state == "decided":
            title = _("Due: %(step)s, %(unit)s") % {"step": _("Report"), "unit": summary.wave.name}
            yield Entry.on(f"wave-{summary.wave.pk}", summary.wave.report_due, title, url=to("wave", summary.wave.pk))
    for agreement in Known().ending:
        title = _("%(agreement)s ends") % {"agreement": agreement.title}
        yield Entry.on(
            f"agreement-{agreement.pk}", agreement.ends_on or clock.today(), title, url=to("agreement", agreement.pk)
        )


def _briefing(briefing: Briefing) -> Entry:
    title = _("Briefing: %(who)s") % {"who": briefing}
    return _timed(briefing, title, to("briefing", briefing.pk), text=briefing.shown)


def _timed(row: Any, title: str, url: str, *, text: str, ends_at: dt.time | None = None) -> Entry:
    """Something with a day, a place and perhaps a time of day."""
    uid = f"{row._meta.model_name}-{row.pk}"
    if row.starts_at is None:
        return Entry.on(uid, row.on, title, text=text, place=row.place, url=url)
    return Entry.at(uid, row.on, row.starts_at, ends_at or HOUR, title, text=text, place=row.place, url=url)
