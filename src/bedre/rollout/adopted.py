"""The bridge to the method's data: which steps an introduction has, in the method's own words."""

from __future__ import annotations

import uuid

from .outline import Outline


def outline(version: uuid.UUID | None = None) -> Outline:
    """The steps of a version of the method; None is the one the municipality follows now."""
    return Outline(version, ())
