"""Which method holds, and where to find the others."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from bedre.kernel import clock

from . import catalog
from .models import MethodAdoption, MethodVersion
from .parts import Method


def current(on: dt.date | None = None) -> Method:
    """The method that the active municipality follows on a date (None: today); the catalogue's until one is adopted. One query."""
    adoption = MethodAdoption.in_force(on or clock.today())
    return adoption.version.method if adoption else catalog.method()


def current_version() -> MethodVersion | None:
    """The version followed today, or None while the municipality has not adopted one. One query."""
    adoption = MethodAdoption.in_force(clock.today())
    return adoption.version if adoption else None


def at(version_id: uuid.UUID | None) -> Method:
    """A kept version by its key; None is the catalogue's. One query. Raises DoesNotExist for another municipality's."""
    return catalog.method() if version_id is None else MethodVersion.objects.get(pk=version_id).method


def versions() -> Any:
    """All versions without their texts, newest first, with who kept them and from when each is followed. Two queries."""
    return MethodVersion.objects.defer("text").select_related("by").prefetch_related("adoptions")
