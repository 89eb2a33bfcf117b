"""Briefings and agreements as lists and pages."""

from __future__ import annotations

from typing import Any

from bedre.kernel import clock
from bedre.organisation.models import Agreement

from ..adopted import present
from ..advisers import advisers
from ..models import Briefing, with_current


def audiences() -> list[tuple[str, str]]:
    """(key, title) of those who must be told, by the method."""
    return [(key, str(title)) for key, title in present().audiences]


def briefings() -> dict[str, Any]:
    """Briefings to come and those that were held, newest first. One query."""
    rows = list(with_current(Briefing.objects.select_related("partner", "wave"), "helds", "came"))
    return {"coming": [row for row in rows if row.held is None], "held": [row for row in reversed(rows) if row.held]}


def agreements() -> dict[str, Any]:
    """Agreements in force, to come and ended. Three queries."""
    today = clock.today()
    rows = list(Agreement.objects.prefetch_related("partners", "units"))
    return {"rows": [(row, _state(row, today)) for row in rows]}


def _state(row: Agreement, today: Any) -> str:
    if row.in_force(today):
        return "in_force"
    return "coming" if today < row.starts_on else "ended"


def agreement(who: Any, found: Agreement) -> dict[str, Any]:
    """One agreement with the names of its units today, and its advisers."""
    nodes = [who.tree.nodes.get(row.unit_id) for row in found.units.all()]
    return {
        "agreement": found,
        "state": _state(found, clock.today()),
        "units": [node for node in nodes if node],
        "advisers": advisers(found),
    }
