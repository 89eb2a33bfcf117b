"""What gains put on pages that others own."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bedre.kernel import clock
from bedre.kernel.tenancy import active
from bedre.web import norsk
from bedre.web.slots import register

from . import queries, sums
from .models import Arithmetic, Gain
from .sentence import arithmetic


def _lines(request: HttpRequest, unit_id: Any) -> list[queries.Line]:
    """The unit's gains, read once a request."""
    cache = request.__dict__.setdefault("gain_lines", {})
    if unit_id not in cache:
        cache[unit_id] = queries.lines([unit_id], clock.today())
    return cache[unit_id]


def head(request: HttpRequest, unit: Any) -> tuple[str, dict] | None:
    """Time freed, in the head of the board; nothing before time was found."""
    lines = _lines(request, unit.id)
    if not lines:
        return None
    total = sums.totals([line.gain.facts() for line in lines], clock.today())
    realised = [line for line in lines if line.stands.realised]
    purpose = next((fact.agreement.purpose for line in realised for fact in line.gain.agreements.all()), "")
    return "gain/head.html", {"sums": total, "purpose": purpose, "unit": unit}


def entrance(request: HttpRequest, municipality: Any, **context: Any) -> tuple[str, dict] | None:
    """What the demonstration's units have freed, beside its roles. A real municipality's figures are for those who have signed in."""
    if not (settings.DEMO and municipality and municipality.is_demo):
        return None
    with active(municipality):
        freed = [line for line in queries.lines(None, clock.today()) if line.stands.realised]
    context = {"hours": sum(line.hours for line in freed), "units": len({line.gain.unit_id for line in freed})}
    return ("gain/entrance.html", context) if freed else None


def marks(request: HttpRequest, unit: Any) -> dict[Any, dict[str, str]]:
    """The time of each card, by the card's key."""
    language = (get_language() or "nb")[:2]
    words = {"agreed": _("agreed"), "identified": _("found")}
    found = {}
    for line in _lines(request, unit.id):
        if line.gain.improvement_id and line.mark != "none" and not line.gain.one_off:
            text = _("%s h/week") % norsk.number(line.hours, None, language)
            found[line.gain.improvement_id] = {"text": text, "state": line.mark, "word": words.get(line.mark, "")}
    return found


def below(request: HttpRequest, improvement: Any, unit: Any) -> tuple[str, dict]:
    """The agreement about time, under a card's sheet."""
    lines = [line for line in _lines(request, unit.id) if line.gain.improvement_id == improvement.pk]
    rows = [{"line": line, "arithmetic": arithmetic(line.gain), "agreed": _agreed(line.gain)} for line in lines]
    may = request.who.may("gain.identify", unit)
    return "gain/below.html", {"rows": rows, "may_identify": may, "card": improvement, "unit": unit}


def estimate(request: HttpRequest, improvement: Any) -> tuple[str, dict] | None:
    """What an idea may free, while the meeting looks at it. One query."""
    gain = Gain.objects.filter(improvement=improvement, lapses=None).exclude(arithmetic=Arithmetic.ONE_OFF).first()
    return ("gain/estimate.html", {"gain": gain, "arithmetic": arithmetic(gain)}) if gain else None


def _agreed(gain: Any) -> Any:
    return next((fact.agreement for fact in gain.agreements.all() if fact.withdrawn_at is None), None)


register("board.head", head)
register("board.marks", marks)
register("entrance.left", entrance)
register("improvement.below", below)
register("meeting.idea", estimate)
