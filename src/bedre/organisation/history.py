"""The story of a unit in sentences, worked out from its dated facts."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bedre.web.norsk import number

from .models import UnitFact
from .words import hours_kinds, kinds

Name = Callable[[uuid.UUID | None], str]


@dataclass(frozen=True)
class Entry:
    """What changed from a date; `corrected` when it was noted again later, and tells what holds now."""

    on: dt.date
    sentences: list[str]
    corrected: bool


def history(facts: list[UnitFact], name_of: Name) -> list[Entry]:
    """Newest first. `facts` as from `queries.facts_of`; `name_of` gives the name of another unit."""
    newest: dict[dt.date, UnitFact] = {fact.valid_from: fact for fact in facts}
    times = {date: sum(fact.valid_from == date for fact in facts) for date in newest}
    entries, before = [], None
    for date, fact in sorted(newest.items()):
        said = list(_said(before, fact, name_of)) if before else [_started(fact, name_of)]
        if said:
            entries.append(Entry(date, said, times[date] > 1))
        before = fact
    return entries[::-1]


def _started(fact: UnitFact, name_of: Name) -> str:
    if fact.parent_id is None:
        return _("Began as “%(name)s”, at the top.") % {"name": fact.name}
    return _("Began as “%(name)s”, under %(parent)s.") % {"name": fact.name, "parent": name_of(fact.parent_id)}


def _said(before: UnitFact, fact: UnitFact, name_of: Name) -> Iterator[str]:
    if fact.closed and not before.closed:
        yield _merged(fact, name_of)
        return
    if fact.name != before.name:
        yield _("Was renamed from “%(old)s” to “%(new)s”.") % {"old": before.name, "new": fact.name}
    if fact.parent_id != before.parent_id:
        yield _("Moved to %(parent)s.") % {"parent": name_of(fact.parent_id) if fact.parent_id else _("the top")}
    if fact.kind != before.kind:
        yield _("Is now of the kind “%(kind)s”.") % {"kind": kinds().get(fact.kind, fact.kind)}
    if fact.counts_in_total != before.counts_in_total:
        yield _("Counts in the total.") if fact.counts_in_total else _("No longer counts in the total.")
    yield from _sizes(before, fact)


def _sizes(before: UnitFact, fact: UnitFact) -> Iterator[str]:
    if fact.headcount != before.headcount:
        yield _("Employees: %(n)s.") % {"n": _shown(fact.headcount)}
    if fact.fte != before.fte:
        yield _("Årsverk: %(n)s.") % {"n": _shown(fact.fte)}
    if fact.hours_kind != before.hours_kind:
        yield _("Working time: %(kind)s.") % {"kind": hours_kinds().get(fact.hours_kind, fact.hours_kind)}


def _merged(fact: UnitFact, name_of: Name) -> str:
    return _("Became part of %(unit)s.") % {"unit": name_of(fact.merged_into_id)} if fact.merged_into_id else _("Was closed.")


def _shown(value: Any) -> str:
    return _("not given") if value is None else number(value, None, "nb")
