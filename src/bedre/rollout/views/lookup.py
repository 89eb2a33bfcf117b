"""From an address to the thing it names: always through what this person may see."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from bedre.organisation.tree import Node

from ..models import CourseDay, Introduction, Step, Wave
from ..queries import PlanRow, introduction_of
from ..queries.waves import waves_alone


@dataclass(frozen=True)
class Place:
    """A unit and the plan of its introduction."""

    unit: Node
    row: PlanRow

    @property
    def introduction(self) -> Introduction:
        """The introduction itself."""
        return self.row.introduction

    def step(self, key: str) -> Step:
        """A step of the plan, or 404."""
        return _found(step for step in self.row.steps if step.key == key)

    def course_day(self, number: int) -> CourseDay:
        """A course day by number, or 404."""
        return _found(day for day in self.row.course_days if day.number == number)

    def visit(self, key: uuid.UUID) -> Any:
        """A visit of this unit, called off or not, or 404."""
        return get_object_or_404(self.introduction.visits.prefetch_related("helds"), pk=key)


def place(request: HttpRequest, slug: str, action: str = "rollout.see") -> Place:
    """The unit's introduction for somebody who may do `action` there: 404 where the unit is not theirs to see, 403 where they may not."""
    unit = request.who.unit_or_404(slug)
    request.who.require(action, unit)
    row = introduction_of(unit.id)
    if row is None:
        raise Http404(slug)
    return Place(unit, row)


def wave_or_404(request: HttpRequest, key: uuid.UUID) -> Wave:
    """A wave of the municipality."""
    return get_object_or_404(waves_alone(), pk=key)


def _found(things: Any) -> Any:
    thing = next(iter(things), None)
    if thing is None:
        raise Http404
    return thing
