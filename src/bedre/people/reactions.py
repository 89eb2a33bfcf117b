"""What happens to roles when a unit closes, in the same transaction."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.organisation.models import Unit

from .models import Role, RoleKind

LED = (RoleKind.UNIT_LEADER, RoleKind.DEPUTY)


@events.on("unit.closed")
def follow_the_unit(event: Any, unit: Unit) -> None:
    """Roles at the unit end that day. Merged into another, people hold them there instead; its leaders come as employees."""
    on = dt.date.fromisoformat(event.changes["on"])
    into = Unit.objects.filter(pk=event.changes["into"]).first() if event.changes["into"] else None
    held = Role.objects.filter(Q(ends_on=None) | Q(ends_on__gt=on), unit=unit).select_related("person")
    for role in list(held):
        role.end(on=max(on, role.starts_on), by=event.actor)
        if into is not None:
            _hold_there(role, into, on, event.actor)


def _hold_there(role: Role, into: Unit, on: dt.date, by: Any) -> None:
    kind = RoleKind.EMPLOYEE if role.kind in LED else role.kind
    try:
        role.person.hold(kind, at=into, starts_on=max(on, role.starts_on), by=by)
    except DomainError:
        return  # held there already
