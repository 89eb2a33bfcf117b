"""A gain's arithmetic as a sentence: «15 minutter × 4 ansatte × 5 ganger i uka = 5 timer i uka»."""

from __future__ import annotations

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bedre.web import norsk

from .models import Arithmetic, Gain


def arithmetic(gain: Gain) -> str:
    """How the hours were worked out, in words."""
    numbers = {name: _said(getattr(gain, name)) for name in ("minutes", "people", "times", "hours")}
    people = gain.people or 0
    sentences = {
        Arithmetic.WEEKLY: ngettext(
            "%(minutes)s minutes × %(people)s person × %(times)s times a week = %(hours)s hours a week",
            "%(minutes)s minutes × %(people)s people × %(times)s times a week = %(hours)s hours a week",
            people,
        ),
        Arithmetic.HOURS: _("%(hours)s hours a week, estimated directly"),
        Arithmetic.PER_PERSON: ngettext(
            "%(minutes)s minutes × %(people)s person × %(times)s times a year = %(hours)s hours a week",
            "%(minutes)s minutes × %(people)s people × %(times)s times a year each = %(hours)s hours a week",
            people,
        ),
        Arithmetic.IN_ALL: _("%(minutes)s minutes × %(times)s times a year in all = %(hours)s hours a week"),
        Arithmetic.ONE_OFF: _("%(hours)s hours, once only"),
    }
    return sentences[Arithmetic(gain.arithmetic)] % numbers


def _said(value: object) -> str:
    return "" if value is None else norsk.number(value, None, (get_language() or "nb")[:2])  # type: ignore[arg-type]
