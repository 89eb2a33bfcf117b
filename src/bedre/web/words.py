"""Filters that say dates, times and figures in the language of the page."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, ngettext

from bedre.kernel import clock

from . import norsk

Day = dt.date | dt.datetime | None


def language() -> str:
    """The page's language as `norsk` knows it."""
    short = (get_language() or "nb")[:2]
    return short if short in norsk.MONTHS else "nb"


def _date(value: dt.date | dt.datetime) -> dt.date:
    return timezone.localdate(value) if isinstance(value, dt.datetime) else value


def num(value: Any, decimals: int | None = None) -> str:
    """`|num:1`: decimal comma; empty for None."""
    return "" if value in (None, "") else norsk.number(value, decimals, language())


def ord(value: int) -> str:
    """`|ord`: «to» … «tolv», larger numbers as figures. For sentences, not for tables."""
    return norsk.in_words(value, language())


def hours(value: Decimal | float) -> str:
    """`|hours`: one decimal where needed, «9,5»."""
    return num(value)


def fte(value: Decimal | float) -> str:
    """`|fte`: årsverk with one decimal."""
    return num(value, 1)


def dato(value: Day, today: dt.date | None = None) -> str:
    """`|dato`: «15. juni», with the year when it is another than today's."""
    return norsk.date(_date(value), language(), today or clock.today()) if value else ""


def dato_full(value: Day) -> str:
    """`|dato_full`: «15. juni 2015»."""
    return norsk.date(_date(value), language()) if value else ""


def ukedag(value: Day) -> str:
    """`|ukedag`: «mandag»."""
    return norsk.weekday(_date(value), language()) if value else ""


def uke(value: Day) -> str:
    """`|uke`: «uke 25»."""
    return norsk.week(_date(value), language()) if value else ""


def kl(value: dt.time | dt.datetime | None) -> str:
    """`|kl`: «13.30»."""
    if isinstance(value, dt.datetime):
        value = timezone.localtime(value)
    return norsk.time(value, language()) if value else ""


def age(value: Day) -> str:
    """`|age`: how long since, «4 dager», from two weeks on «3 uker»."""
    if value is None:
        return ""
    days = max((clock.today() - _date(value)).days, 0)
    if days < 14:
        return ngettext("%d day", "%d days", days) % days
    return ngettext("%d week", "%d weeks", days // 7) % (days // 7)


def paper(value: Day) -> int:
    """`|paper`: how yellow a card is: 1 fresh, 2 after two weeks, 3 after six."""
    days = (clock.today() - _date(value)).days if value else 0
    return 3 if days >= 42 else 2 if days >= 14 else 1
