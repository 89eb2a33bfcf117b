"""All units' gains as of any date."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bedre.kernel import clock
from bedre.organisation.tree import tree
from bedre.web import charts

from .. import sums
from ..queries import gains
from ..sums import Sums


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
        "by_state": sums.by_state(facts, as_of),
        "rows": rows,
        "counting": len(units.counting),
        "chart": chart(facts, as_of),
    }
    return render(request, "gain/overview.html", context)


def date_asked(request: HttpRequest) -> dt.date:
    """The date in `?per=`, or today; what is no date counts as today."""
    try:
        return dt.date.fromisoformat(request.GET.get("per", ""))
    except ValueError:
        return clock.today()


def _by_unit(facts: list[sums.GainFacts], as_of: dt.date, units) -> list[tuple[object, Sums]]:
    found: dict = {}
    for fact in facts:
        found.setdefault(fact.unit_id, []).append(fact)
    named = [(units.nodes[unit], sums.totals(rows, as_of)) for unit, rows in found.items() if unit in units.nodes]
    return sorted(named, key=lambda row: (-row[1].realised.hours_per_week, row[0].name))


def chart(facts: list[sums.GainFacts], last: dt.date, first: dt.date | None = None) -> object | None:
    """The stepped lines, from the first gain (or `first`) to a date; None while there is nothing to draw."""
    dates = [fact.identified.on for fact in facts if fact.identified.on <= last]
    if not dates:
        return None
    begin = first or min(min(dates), last - dt.timedelta(28)).replace(day=1)
    lines = sums.steps(facts, begin, last).lines
    named = {"identified": _("Found"), "agreed": _("Agreed"), "realised": _("Realised")}
    series = [charts.Series(name, label, [(d, float(v)) for d, v in lines[name]]) for name, label in named.items()]
    caption = _("Hours a week, added up. Found time is an estimate.")
    sentence = _("Of %(found)s hours a week found, %(realised)s are realised.") % {
        "found": round(float(lines["identified"][-1][1]), 1), "realised": round(float(lines["realised"][-1][1]), 1),
    }  # fmt: skip
    language = (get_language() or "nb")[:2]
    return charts.steps(
        series, begin, last, title=_("Time freed"), sentence=sentence, caption=caption, key="gains", language=language
    )
