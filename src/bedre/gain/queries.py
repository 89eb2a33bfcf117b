"""Gains as pages need them: sums as of a date, by unit, over time."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from bedre.organisation.models import HoursPerFte, Municipality
from bedre.organisation.tree import Node

from . import sums as reckon
from .fte import Factor
from .models import Gain, GainAgreed, GainCheck, GainLapse
from .sums import Standing, Steps, Sums


def gains(unit_ids: Collection[uuid.UUID] | None = None) -> QuerySet[Gain]:
    """Gains with their facts. Four queries."""
    agreed = Prefetch("agreements", GainAgreed.objects.select_related("agreement"))
    rows = Gain.objects.select_related("unit", "improvement").prefetch_related(agreed, "checks", "lapses")
    return rows if unit_ids is None else rows.filter(unit__in=unit_ids)


def sums(unit_ids: Collection[uuid.UUID] | None, as_of: dt.date, known_at: dt.datetime | None = None) -> Sums:
    """Cumulative sums of some units (None: all) on a date. Four queries."""
    return reckon.totals(_facts(gains(unit_ids)), as_of, known_at)


def steps(unit_ids: Collection[uuid.UUID] | None, first: dt.date, last: dt.date, known_at: dt.datetime | None = None) -> Steps:
    """How the sums grew. Four queries."""
    return reckon.steps(_facts(gains(unit_ids)), first, last, known_at)


def _facts(rows: Iterable[Gain]) -> list[reckon.GainFacts]:
    return [row.facts() for row in rows]


@dataclass(frozen=True)
class Line:
    """A gain with where it stands."""

    gain: Gain
    stands: Standing

    @property
    def hours(self):
        """The hours that are shown: realised where there are any, else those found."""
        return self.stands.realised or self.gain.hours

    @property
    def mark(self) -> str:
        """How it is marked: realised (full), agreed (half), identified (dashed), or none."""
        if self.stands.realised:
            return "realised"
        return {"lapsed": "none", "identified": "identified"}.get(self.stands.state, "agreed")


def lines(unit_ids: Collection[uuid.UUID] | None, as_of: dt.date) -> list[Line]:
    """Each gain with where it stands on a date, newest first. Four queries."""
    found = ((gain, reckon.standing(gain.facts(), as_of)) for gain in gains(unit_ids))
    return [Line(gain, stands) for gain, stands in found if stands is not None]


def unchecked(unit_ids: Collection[uuid.UUID], today: dt.date, patience: dt.timedelta) -> list[tuple[uuid.UUID, int]]:
    """Units with how many of their gains were never checked though the agreement's day for it has come. One query.

    An agreement that names no day is due when `patience` has passed since. Gains that lapsed are left out.
    """
    holds = Q(withdrawn_at=None)
    checked, lapsed = (model.objects.filter(holds, gain=OuterRef("pk")) for model in (GainCheck, GainLapse))
    due = Q(agreement__check_on__lte=today) | Q(agreement__check_on=None, on__lte=today - patience)
    agreed = GainAgreed.objects.filter(holds, due, gain=OuterRef("pk"))
    rows = Gain.objects.filter(Exists(agreed), ~Exists(checked), ~Exists(lapsed), unit__in=unit_ids)
    return list(rows.order_by("unit").values_list("unit").annotate(n=Count("pk")))


def factor_for(municipality: Municipality, node: Node, on: dt.date) -> Factor:
    """What a unit's hours are reckoned with on a date: its kind of working time, the municipality's weeks. One query."""
    row = HoursPerFte.objects.filter(kind=node.hours_kind, valid_from__lte=on).order_by("-valid_from").first()
    hours = row.hours if row else HoursPerFte.PUBLIC_VALUES.get(node.hours_kind, HoursPerFte.PUBLIC_VALUES["office"])
    return Factor(hours, municipality.weeks_per_year, node.hours_kind)
