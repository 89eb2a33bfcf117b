"""The bridge to the method's data: which steps an introduction has, in the method's own words."""

from __future__ import annotations

import uuid
from functools import lru_cache

from bedre.method import catalog, queries
from bedre.method.parts import Method, Step

from .outline import Outline, OutlineStep


def present() -> Outline:
    """The steps of the method that the municipality follows today. One query."""
    version = queries.current_version()
    return _outline(version.pk) if version else _outline(None)


def outline(version: uuid.UUID | None) -> Outline:
    """The steps of a kept version of the method; None is the catalogue's. One query the first time: a version never changes."""
    return _outline(version)


@lru_cache(maxsize=64)
def _outline(version: uuid.UUID | None) -> Outline:
    return read(queries.at(version), version)


def read(method: Method, version: uuid.UUID | None = None) -> Outline:
    """A method as an introduction sees it."""
    return Outline(
        version=version,
        steps=tuple(_step(step, number, method) for number, step in enumerate(method.steps, 1)),
        title_of_method=method.title,
        label=method.version,
        trained_in=tuple((named.key, named.title) for named in method.coach_training),
        audiences=tuple((named.key, named.title) for named in method.audiences),
        asks={named.key: named.title for named in (*catalog.method().plan_parts, *method.plan_parts)},
        meeting=method.meeting.title,
        coach=method.roles["coach"].title,
    )


def _step(step: Step, number: int, method: Method) -> OutlineStep:
    return OutlineStep(
        key=step.key,
        kind=step.kind,
        number=number,
        of_unit=step.level == "unit",
        title=step.title,
        purpose=step.purpose,
        takes_part=step.takes_part,
        outcome=step.outcome,
        days=step.days,
        topics=tuple(day.topics for day in method.course_days) if step.kind == "course_days" else (),
    )
