"""How time grew in a report: the stepped lines and the table that says the same, from frozen figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from bedre.gain.sums import Steps
from bedre.gain.trend import drawn
from bedre.web import norsk

from .figures import Figures, Step

LINES = ("identified", "agreed", "realised")
DAY = dt.timedelta(1)


def chart(figures: Figures, language: str) -> Any | None:
    """The stepped lines, or None where no time was found."""
    if not figures.steps:
        return None
    lines = {name: [(_day(step), Decimal(getattr(step, name))) for step in figures.steps] for name in LINES}
    caption = _("Hours a week, added up. Found time is an estimate. As of %s.") % norsk.date(figures.date, language)
    return drawn(Steps(lines), _day(figures.steps[0]), figures.date, caption, language)


def months(figures: Figures, language: str) -> list[dict[str, str]]:
    """What stood at the end of each month, and on the report's date."""
    if not figures.steps:
        return []
    return [_at(day, figures, language) for day in _ends(_day(figures.steps[0]), figures.date)]


def _at(day: dt.date, figures: Figures, language: str) -> dict[str, str]:
    step = [step for step in figures.steps if _day(step) <= day][-1]
    said = {name: norsk.number(Decimal(getattr(step, name)), None, language) for name in LINES}
    return {"date": norsk.date(day, language), **said}


def _ends(first: dt.date, last: dt.date) -> list[dt.date]:
    """The last day of each month from the first day to the last, and the last day itself."""
    found, day = [], first
    while (end := _end_of_month(day)) < last:
        found.append(end)
        day = end + DAY
    return [*found, last]


def _end_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def _day(step: Step) -> dt.date:
    return dt.date.fromisoformat(step.on)
