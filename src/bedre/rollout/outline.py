"""The method's steps as an introduction needs them: in order, by level, with what each is."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class OutlineStep:
    """One step of the method. `number` counts from 1 through the whole method, municipality level first.

    Title, purpose and outcome are the method's words: `str()` gives the reader's language.
    """

    key: str
    kind: str
    number: int
    of_unit: bool
    title: Any = ""
    purpose: Any = ""
    takes_part: Any = ""
    outcome: Any = ""
    days: int = 1
    topics: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Outline:
    """The steps of one version of a method; `version` None is the catalogue's own.

    `trained_in` is what a coach is trained in, `audiences` who must be told: (key, title). `asks` is what each part
    of a project plan asks, by key. `meeting` and `coach` are what they are called.
    """

    version: uuid.UUID | None
    steps: tuple[OutlineStep, ...]
    title_of_method: Any = ""
    label: str = ""
    trained_in: tuple[tuple[str, Any], ...] = ()
    audiences: tuple[tuple[str, Any], ...] = ()
    asks: dict[str, Any] = field(default_factory=dict)
    meeting: Any = ""
    coach: Any = ""

    @property
    def name(self) -> str:
        """The method's title and version, in the reader's language."""
        return f"{self.title_of_method} {self.label}".strip()

    @cached_property
    def by_key(self) -> dict[str, OutlineStep]:
        """Steps by their key."""
        return {step.key: step for step in self.steps}

    @property
    def of_unit(self) -> list[OutlineStep]:
        """The steps that each unit goes through."""
        return [step for step in self.steps if step.of_unit]

    @property
    def of_municipality(self) -> list[OutlineStep]:
        """The steps that the municipality takes once."""
        return [step for step in self.steps if not step.of_unit]

    @property
    def course_days(self) -> int:
        """How many course days a unit has before it counts as trained."""
        return next((step.days for step in self.of_unit if step.kind == "course_days"), 0)

    @property
    def topics(self) -> tuple[str, ...]:
        """What the method suggests for each course day, by number."""
        return next((tuple(map(str, step.topics)) for step in self.of_unit if step.kind == "course_days"), ())

    @property
    def alone(self) -> str:
        """What the method calls it when a unit needs no coach any more."""
        return next((str(step.title) for step in self.of_unit if step.kind == "alone"), "")

    def title(self, key: str) -> str:
        """The step's title in the method's words; the key itself for a step that this version does not have."""
        step = self.by_key.get(key)
        return str(step.title) if step else key
