"""Introductions with their plans, alone and by wave."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from bedre.kernel import clock

from ..coverage import trained_on
from ..models import CoachVisit, CourseDay, Introduction, MethodChoice, SideState, Step, Wave, with_current


def introductions_alone() -> QuerySet:
    """Introductions with the method's version each runs by, without their plans. One query."""
    newest = MethodChoice.objects.filter(introduction=OuterRef("pk"), withdrawn_at=None).order_by("-on", "-recorded_at")
    rows = with_current(
        Introduction.objects.select_related("unit", "coach", "wave"), "side_states", "kind", "reason", ended_on=None
    )
    return rows.annotate(
        choice_version=Subquery(newest.values("method_version")[:1]), choice_days=Subquery(newest.values("course_days")[:1])
    )


def _plans() -> QuerySet:
    """Introductions with all that a plan needs. Four queries."""
    steps = with_current(Step.objects.select_related("responsible"), "dones", "came")
    days = with_current(CourseDay.objects.all(), "helds", "attendance")
    visits = with_current(CoachVisit.objects.select_related("coach"), "helds")
    return introductions_alone().prefetch_related(
        Prefetch("steps", steps), Prefetch("course_days", days), Prefetch("visits", visits)
    )


def waves_alone() -> QuerySet:
    """Waves with the leader group's latest word. One query."""
    return with_current(Wave.objects.all(), "decisions", "yes", "reason")


class PlanRow:
    """One unit's introduction with its whole plan in memory, so that asking costs no more queries."""

    def __init__(self, introduction: Introduction) -> None:
        self.introduction = introduction
        self.steps: list[Step] = [step for step in introduction.steps.all() if step.withdrawn_at is None]
        self.course_days: list[CourseDay] = list(introduction.course_days.all())
        self.visits: list[CoachVisit] = [visit for visit in introduction.visits.all() if visit.called_off_at is None]
        things: list[Any] = [*self.steps, *self.course_days, *self.visits]
        for thing in things:
            thing.introduction = introduction

    @cached_property
    def position(self) -> Step | None:
        """The first unit step that is not done; None when all are."""
        return next((step for step in self.steps if step.done is None), None)

    @cached_property
    def trained_on(self) -> dt.date | None:
        """The day the last of the required course days was held."""
        held = [day.held.on for day in self.course_days if day.held]
        return trained_on(self.introduction.choice.course_days, held)

    @cached_property
    def side_state(self) -> SideState | None:
        """Paused, needs support or closed today, or None."""
        return self.introduction.side_state()

    @cached_property
    def running(self) -> bool:
        """Whether anything may still fall due: not paused, not closed, and not standing alone."""
        aside = self.side_state is not None and self.side_state.kind != SideState.NEEDS_SUPPORT
        return not aside and self.position is not None

    @cached_property
    def next_visit(self) -> CoachVisit | None:
        """The first planned visit that is not held."""
        return next((visit for visit in self.visits if visit.held is None), None)

    @cached_property
    def last_visit(self) -> CoachVisit | None:
        """The latest visit that was held."""
        return max((v for v in self.visits if v.held), key=lambda v: v.held.on, default=None)  # type: ignore[union-attr]

    def state_of(self, step: Step) -> str:
        """`done`, `late`, `now` or `planned`. The present step is under way also before its first day; nothing is late while it is set aside."""
        if step.done:
            return "done"
        today = clock.today()
        if step.last_on < today and self.running:
            return "late"
        return "now" if step.first_on <= today or step == self.position else "planned"


@dataclass(frozen=True)
class WaveSummary:
    """A wave with the plans of its units."""

    wave: Wave
    rows: list[PlanRow]

    @property
    def trained(self) -> int:
        """How many of its units have held all course days."""
        return sum(1 for row in self.rows if row.trained_on)

    @property
    def standing(self) -> int:
        """How many of its units stand alone: every step done."""
        return sum(1 for row in self.rows if row.position is None)


def introductions(unit_ids: Collection[uuid.UUID] | None = None, wave: Wave | None = None) -> list[PlanRow]:
    """Plans of introductions, of some units or of all. Four queries, however many there are."""
    rows = _plans()
    if unit_ids is not None:
        rows = rows.filter(unit__in=unit_ids)
    if wave is not None:
        rows = rows.filter(wave=wave)
    return [PlanRow(row) for row in rows]


def introduction_of(unit_id: uuid.UUID) -> PlanRow | None:
    """The introduction of a unit that runs now, else its latest one, else None."""
    rows = introductions([unit_id])
    return max(rows, key=lambda row: (not _closed(row), row.introduction.starts_on), default=None)


def _closed(row: PlanRow) -> bool:
    return row.side_state is not None and row.side_state.kind == SideState.CLOSED


def waves(unit_ids: Collection[uuid.UUID] | None = None, rows: list[PlanRow] | None = None) -> list[WaveSummary]:
    """All waves with their units; with `unit_ids` only those that have one of them. Five queries, one when the plans are given."""
    by_wave: dict[uuid.UUID | None, list[PlanRow]] = defaultdict(list)
    for row in introductions(unit_ids) if rows is None else rows:
        by_wave[row.introduction.wave_id].append(row)
    return [WaveSummary(wave, by_wave[wave.pk]) for wave in waves_alone() if unit_ids is None or by_wave[wave.pk]]
