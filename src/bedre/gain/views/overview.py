"""All units' gains as of any date."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bedre.kernel import clock
from bedre.organisation.tree import tree
from bedre.web.typed import FIRST

from .. import sums
from ..queries import gains
from ..sums import Sums
from ..trend import chart


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Sums of the municipality and of each unit on a date (`?per=2015-06-15`)."""
    request.who.require("gain.overview")
    as_of = date_asked(request)
    facts = [row.facts() for row in gains()]
    units = tree(as_of)
    rows = _by_unit(facts, as_of, units)
    context = {
        "as_of": as_of,
        "sums": sums.totals(facts, as_of),
        "lasting_from": sums.first_lasting(facts, as_of),
        "by_state": sums.by_state(facts, as_of),
        "rows": rows,
        "counting": len(units.counting),
        "chart": chart(facts, as_of),
    }
    return render(request, "gain/overview.html", context)


def date_asked(request: HttpRequest) -> dt.date:
    """The date in `?per=`, or today; what is no date, has not come yet, or is before any date that a form takes, counts as today."""
    today = clock.today()
    try:
        asked = dt.date.fromisoformat(request.GET.get("per", ""))
    except ValueError:
        return today
    return asked if FIRST <= asked <= today else today


def _by_unit(facts: list[sums.GainFacts], as_of: dt.date, units) -> list[tuple[object, Sums]]:
    found: dict = {}
    for fact in facts:
        found.setdefault(fact.unit_id, []).append(fact)
    named = [(units.nodes[unit], sums.totals(rows, as_of)) for unit, rows in found.items() if unit in units.nodes]
    return sorted(named, key=lambda row: (-row[1].realised.hours_per_week, row[0].name))
