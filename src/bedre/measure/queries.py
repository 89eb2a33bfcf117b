"""Measures with their values."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from bedre.kernel import clock

from .models import Every, Measure, Observation

PAUSE = {Every.DAY: 3, Every.WEEK: 10, Every.MONTH: 40}
"""Days after which a value is missing."""


@dataclass(frozen=True)
class Line:
    """A measure with its values in order."""

    measure: Measure
    values: list[Observation]

    @property
    def last(self) -> Observation | None:
        """The newest value."""
        return self.values[-1] if self.values else None

    @property
    def first(self) -> Observation | None:
        """The oldest value."""
        return self.values[0] if self.values else None

    @property
    def missing(self) -> bool:
        """Whether a new value should have come by now."""
        return self.last is None or clock.today() - self.last.on > dt.timedelta(PAUSE[Every(self.measure.every)])

    @property
    def numbers(self) -> list[float]:
        """The values for drawing."""
        return [float(row.value) for row in self.values]


def measures(unit_id: uuid.UUID) -> QuerySet[Measure]:
    """A unit's measures with goals and values that stand. Two queries."""
    values = Prefetch("observations", Observation.objects.filter(withdrawn_at=None).order_by("on"), to_attr="standing")
    return Measure.objects.filter(goal__unit_id=unit_id, goal__ended_on=None).select_related("goal").prefetch_related(values)


def strip(unit_id: uuid.UUID, most: int | None = 3) -> list[Line]:
    """The first few measures of a unit, for the board. Two queries."""
    rows = measures(unit_id)
    return [Line(row, row.standing) for row in (rows[:most] if most else rows)]  # type: ignore[attr-defined]
