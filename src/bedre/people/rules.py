"""Questions about who somebody is, and the one place where actions are allowed.

A predicate takes (who, unit) and is combined with `|`, `&` and `~`; a package allows its actions in its own `rules.py`:
`allow("gain.agree", leads | in_team)`.
"""

from __future__ import annotations

from typing import Any

import rules
from rules import predicate

from .access import Who
from .models import RoleKind as Kind


def allow(action: str, question: Any) -> None:
    """Allow an action to those for whom the question is true. Raises KeyError when the action is allowed twice."""
    rules.add_rule(action, question)


def holds(*kinds: str) -> Any:
    """The question whether one of these roles is held at the unit, above it or in the municipality."""

    @predicate("_or_".join(kinds))
    def question(who: Who, unit: Any = None) -> bool:
        return who.holds(*kinds, at=getattr(unit, "id", unit))

    return question


@predicate
def at_work(who: Who, unit: Any = None) -> bool:
    """One of the municipality's own staff, wherever."""
    return who.inside


@predicate
def lets_in(who: Who, unit: Any = None) -> bool:
    """The unit exists for this person: own staff, or an adviser whose agreement names it."""
    return who.sees(unit) if unit is not None else who.inside or bool(who.opened_by_agreement)


leads = holds(Kind.UNIT_LEADER, Kind.DEPUTY)
in_team = holds(Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM)
works_at = holds(Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM, Kind.EMPLOYEE)
coaches = holds(Kind.COACH)
coordinates = holds(Kind.COORDINATOR)
directs = holds(Kind.LEADER_GROUP)
represents = holds(Kind.UNION_REP, Kind.CHIEF_UNION_REP, Kind.SAFETY_REP)
controls = holds(Kind.CONTROLLER)
administers = holds(Kind.ADMINISTRATOR)
governs = holds(Kind.POLITICIAN)
advises = holds(Kind.ADVISER) & lets_in

allow("organisation.see", at_work)
allow("organisation.edit", administers)
allow("people.administer", administers)
allow("people.redact", leads | administers)
