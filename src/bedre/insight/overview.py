"""The municipality in one honest page, as of a date: what it reads and works out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import ngettext

from bedre.gain import sums
from bedre.gain.queries import gains
from bedre.gain.sums import GainFacts
from bedre.gain.trend import chart
from bedre.kernel import clock
from bedre.rollout.coverage import Coverage
from bedre.rollout.queries.agenda import Due, deadlines
from bedre.rollout.queries.figures import coverage, coverage_now
from bedre.rollout.queries.known import Known
from bedre.rollout.queries.waves import WaveSummary
from bedre.web import charts, slots

AHEAD = dt.timedelta(days=30)
TREND_MONTHS = 3
LEVELS = ("danger", "warning", "accent")
"""What waits is shown in this order: broken promises first."""


@dataclass(frozen=True)
class WaveLine:
    """A wave as it stood on a date: how many of its units had held all course days."""

    wave: Any
    trained: int
    units: int


def overview(request: HttpRequest, as_of: dt.date) -> dict[str, Any]:
    """All that the page shows. A fixed number of queries.

    Politicians get figures, waves that are decided, stories and published reports; nothing that waits and nothing of a single unit.
    """
    who = request.who
    known, time = Known(), list(gains())
    facts = [row.facts() for row in time]
    return {
        "as_of": as_of,
        "today_page": as_of == clock.today(),
        "may_answer": who.may("insight.answer"),
        "governs_only": not who.inside,
        "begun": sum(row.introduction.starts_on <= as_of for row in known.plans),
        **_coverage(coverage_now(known.plans, who.tree) if as_of == clock.today() else coverage(as_of)),
        **_time(facts, as_of),
        **_now(request, as_of, known),
        "waves": _waves(known.waves, as_of, who.inside),
        "stories": slots.fill("municipality.stories", request, as_of=as_of, gains=time),
    }


def _coverage(covered: Coverage) -> dict[str, Any]:
    words = ngettext("%(n)d of %(total)d unit", "%(n)d of %(total)d units", covered.total)
    said = words % {"n": covered.trained, "total": covered.total}
    return {"coverage": covered, "squares": charts.squares(covered.trained, covered.total, said) if covered.total else None}


def _time(facts: list[GainFacts], as_of: dt.date) -> dict[str, Any]:
    since = sums.months_after(as_of, -TREND_MONTHS)
    return {
        "sums": sums.totals(facts, as_of),
        "lasting_from": sums.first_lasting(facts, as_of),
        "since": since,
        "growth": sums.growth(facts, since, as_of),
        "chart": chart(facts, as_of),
    }


def _now(request: HttpRequest, as_of: dt.date, known: Known) -> dict[str, Any]:
    """What waits and what is due. It belongs to today; on an earlier date nothing waits any longer."""
    who = request.who
    if as_of != clock.today() or not who.inside:
        return {"waiting": [], "deadlines": []}
    found = waiting(request, known=known)
    return {"waiting": found, "deadlines": besides(deadlines(who, AHEAD, known), found)}


def waiting(request: HttpRequest, **known: Any) -> list[dict[str, Any]]:
    """What waits for an answer from this person about the municipality, broken promises first."""
    found = [item for part in slots.fill("municipality.waiting", request, **known) for item in part]
    return sorted(found, key=lambda item: LEVELS.index(item["level"]))


def besides(due: list[Due], found: list[dict[str, Any]]) -> list[Due]:
    """What is due and not already among the things that wait."""
    said = {item["url"] for item in found}
    return [one for one in due if one.url not in said]


def _waves(summaries: list[WaveSummary], as_of: dt.date, inside: bool) -> list[WaveLine]:
    """Waves that had begun by a date; today the ones to come too. Only staff see what is not decided."""
    shown = [
        summary
        for summary in summaries
        if (as_of == clock.today() or summary.wave.starts_on <= as_of) and (inside or summary.wave.state == "decided")
    ]
    return [WaveLine(summary.wave, _trained(summary, as_of), len(summary.rows)) for summary in shown]


def _trained(summary: WaveSummary, as_of: dt.date) -> int:
    return sum(1 for row in summary.rows if row.trained_on and row.trained_on <= as_of)
