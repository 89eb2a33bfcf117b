"""Time freed as stepped lines, and in words what its årsverk are reckoned with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bedre.organisation.words import hours_kinds
from bedre.web import charts, norsk

from . import sums


def chart(facts: list[sums.GainFacts], last: dt.date, first: dt.date | None = None) -> Any | None:
    """The stepped lines, from the month of the first gain (or `first`) to a date; None while there is nothing to draw."""
    dates = [fact.identified.on for fact in facts if fact.identified.on <= last]
    if not dates:
        return None
    begin = first or min(min(dates), last - dt.timedelta(28)).replace(day=1)
    return drawn(sums.steps(facts, begin, last), begin, last, caption(facts, last))


def drawn(grown: sums.Steps, first: dt.date, last: dt.date, said: str, language: str | None = None) -> Any:
    """Steps as a drawing; `said` stands under it."""
    language = language or (get_language() or "nb")[:2]
    named = {"identified": _("Found"), "agreed": _("Agreed"), "realised": _("Realised")}
    series = [charts.Series(name, label, [(d, float(v)) for d, v in grown.lines[name]]) for name, label in named.items()]
    found, realised = (norsk.number(grown.lines[name][-1][1], None, language) for name in ("identified", "realised"))
    sentence = _("Of %(found)s hours a week found, %(realised)s are realised.") % {"found": found, "realised": realised}
    return charts.steps(
        series, first, last, title=_("Time freed"), sentence=sentence, caption=said, key="gains", language=language
    )


def caption(facts: list[sums.GainFacts], last: dt.date) -> str:
    """What the lines show, since when, and how hours become årsverk."""
    language = (get_language() or "nb")[:2]
    since = min(fact.identified.on for fact in facts if fact.identified.on <= last)
    month = norsk.month(since, language) if since.year == last.year else f"{norsk.month(since, language)} {since.year}"
    says = _("Hours a week, added up since %(month)s. Found time is an estimate. Årsverk: %(factors)s.")
    return says % {"month": month, "factors": factors(facts)}


def factors(facts: Iterable[sums.GainFacts]) -> str:
    """The weeks in a year and the hours in one årsverk that are frozen on the gains: «46 uker i året, 1 632 timer (turnus …)»."""
    language = (get_language() or "nb")[:2]
    used = {fact.factor for fact in facts}
    weeks = sorted({factor.weeks_per_year for factor in used})
    hours = sorted({(factor.hours_per_fte, factor.source) for factor in used})
    said = [_("%(n)s weeks a year") % {"n": "/".join(norsk.number(n, None, language) for n in weeks)}]
    said += [_("%(n)s hours%(kind)s") % {"n": norsk.number(n, None, language), "kind": _kind(kind)} for n, kind in hours]
    return ", ".join(said)


def _kind(kind: str) -> str:
    return f" ({hours_kinds().get(kind, kind).lower()})" if kind else ""
