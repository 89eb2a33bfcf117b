"""Who may take something out: an administrator, or a leader where it stands in the leader's own unit."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from bedre.organisation.models import Unit

from .access import Who
from .models import RoleKind

ABOVE = ("improvement", "board", "goal", "measure", "gain", "agreement", "meeting", "introduction", "plan", "owner")


def may_redact(who: Who, rows: Iterable[Any]) -> bool:
    """Whether one of the records that hold it lets this person take it out."""
    if who.holds(RoleKind.ADMINISTRATOR):
        return True
    units = {unit for row in rows if (unit := unit_of(row)) is not None}
    return any(who.holds(RoleKind.UNIT_LEADER, RoleKind.DEPUTY, at=unit) for unit in units)


def unit_of(row: Any) -> uuid.UUID | None:
    """The unit that a record belongs to, directly or through what it hangs on; None for those of the whole municipality."""
    if isinstance(row, Unit):
        return row.pk
    if getattr(row, "unit_id", None):
        return row.unit_id
    for parent in ABOVE:
        above = getattr(row, parent, None)
        if above is not None and (unit := unit_of(above)) is not None:
            return unit
    return None
