"""What the parts of the play share."""

from __future__ import annotations

from dataclasses import dataclass, field

from bedre.board.models import Improvement
from bedre.organisation.models import Municipality, Unit
from bedre.people.models import Person
from bedre.rollout.models import Introduction, Wave

from .timeline import Timeline


@dataclass
class Scene:
    """The municipality with its units and persons by key, and what came to be so far. Cards are found by unit and title."""

    municipality: Municipality
    units: dict[str, Unit]
    people: dict[str, Person]
    time: Timeline = field(default_factory=Timeline)
    introductions: dict[str, Introduction] = field(default_factory=dict)
    waves: list[Wave] = field(default_factory=list)
    cards: dict[tuple[str, str], Improvement] = field(default_factory=dict)
