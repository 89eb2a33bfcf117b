"""The page that everything about the introduction starts from."""

from __future__ import annotations

import uuid
from typing import Any

from bedre.kernel import clock

from ..adopted import present
from ..models import Briefing, Decision, Introduction, SideState, with_current
from ..queries import Known, PlanRow, WaveSummary, coverage_now, deadlines
from .lines import UnitLine, unit_lines


def overview(who: Any) -> dict[str, Any]:
    """Waves with their units, introductions outside any wave, the municipality's own steps and the coverage today.

    An adviser gets only the units that an agreement opens, and nothing of the municipality as a whole.
    """
    visible = None if who.inside else who.opened_by_agreement
    known = Known(visible)
    plans = known.plans
    alone = [row for row in plans if row.introduction.wave_id is None]
    steps = _municipality_steps() if who.inside else []
    return {
        "waves": [_wave(who, summary) for summary in known.waves],
        "alone": unit_lines(who, alone),
        "coverage": coverage_now(plans, who.tree) if who.inside else None,
        "steps": steps,
        "steps_done": all(line["done"] for line in steps),
        "due": deadlines(who, known=known),
        "acts": who.may("rollout.carry_out"),
        "own": _own(who, plans),
        "may_plan": who.may("rollout.plan"),
        "may_record": who.may("rollout.record_decision"),
        "may_coach": who.may("rollout.coach"),
        "inside": who.inside,
        "today": clock.today(),
    }


def _own(who: Any, plans: list[PlanRow]) -> UnitLine | None:
    """The unit where this person works, on its way."""
    return next((line for line in unit_lines(who, plans) if who.home and line.unit.id == who.home.id), None)


def _wave(who: Any, summary: WaveSummary) -> dict[str, Any]:
    return {
        "wave": summary.wave,
        "trained": summary.trained,
        "count": len(summary.rows),
        "units": unit_lines(who, summary.rows),
    }


def _municipality_steps() -> list[dict[str, Any]]:
    """The method's steps of municipality level, each with what has been done about it."""
    decisions = list(Decision.objects.all())
    held = [b for b in with_current(Briefing.objects.all(), "helds", "came") if b.held]
    done = {"decision": decisions, "orientation": [b for b in held if b.audience == "leader_group"]}
    return [{"step": step, "done": done.get(step.kind, []), "kind": step.kind} for step in present().of_municipality]


def units_to_introduce(who: Any) -> list[uuid.UUID]:
    """Open units that are not being introduced already, in the tree's order. Two queries."""
    rows = Introduction.objects.prefetch_related("side_states")
    busy = {row.unit_id for row in rows if not (state := row.side_state()) or state.kind != SideState.CLOSED}
    return [node.id for node in who.tree if node.id not in busy and node.kind != "sector"]
