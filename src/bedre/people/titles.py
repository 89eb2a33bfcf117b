"""What roles are called and what they do, in the words of the municipality's method.

The method lies on a later storey and says so here (`method/roles.py`); until it has, a role is called by its code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .models import RoleKind


@dataclass(frozen=True)
class Title:
    """A role's title, and in a sentence what its holder does."""

    title: str
    does: str = ""


_source: list[Callable[[], Mapping[str, Title]]] = []


def say(source: Callable[[], Mapping[str, Title]]) -> None:
    """Let `source` give the titles of the active municipality, by kind of role."""
    _source[:] = [source]


def titles() -> dict[str, Title]:
    """The titles of every kind of role in the active municipality. One query; call it once a page."""
    said = _source[0]() if _source else {}
    return {kind: said.get(kind, Title(kind)) for kind in RoleKind.values}
