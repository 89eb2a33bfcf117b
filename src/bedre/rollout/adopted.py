"""The bridge to the method's data: which steps an introduction has, in the method's own words."""

from __future__ import annotations

import uuid

from bedre.method.parts import Method, Step

from .outline import Outline, OutlineStep


def method(version: uuid.UUID | None = None) -> Method:
    """The method of a version; None is the one the municipality follows now."""
    try:
        from bedre.method import queries
    except ImportError:
        return _catalogue()
    return queries.current() if version is None else queries.at(version)


def outline(version: uuid.UUID | None = None) -> Outline:
    """The steps of a version of the method; None is the one the municipality follows now."""
    found = method(version)
    steps = tuple(_step(step, number, found) for number, step in enumerate(found.steps, 1))
    trained_in = tuple((named.key, named.title) for named in found.coach_training)
    return Outline(version, steps, f"{found.title} {found.version}", trained_in)


def _step(step: Step, number: int, found: Method) -> OutlineStep:
    topics = tuple(str(day.topics) for day in found.course_days) if step.kind == "course_days" else ()
    return OutlineStep(
        step.key, step.kind, number, step.level == "unit", step.title, step.purpose, step.outcome, step.days, topics
    )


def _catalogue() -> Method:
    from importlib.resources import files

    from bedre.method.format import parse

    return parse(files("bedre.method").joinpath("catalogue/vestre-toten-2015.yaml").read_text(encoding="utf-8"))
