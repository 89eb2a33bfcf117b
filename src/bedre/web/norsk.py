"""Dates and numbers as Norwegians write them. Plain functions; the language is `nb`, `nn` or `en`."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"

MONTHS = {
    "nb": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "nn": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS = {
    "nb": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "nn": ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
WEEK = {"nb": "uke", "nn": "veke", "en": "week"}
SHORT_DAY = {
    "nb": ["Ma", "Ti", "On", "To", "Fr", "Lø", "Sø"],
    "nn": ["Må", "Ty", "On", "To", "Fr", "La", "Su"],
    "en": ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
}


IN_WORDS = {
    "nb": ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    "nn": ["to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"],
    "en": ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
}


def in_words(value: int, language: str) -> str:
    """«to» … «tolv» as they stand in a sentence; other numbers as figures, since «en» and «ett» need their noun."""
    return IN_WORDS[language][value - 2] if 2 <= value <= 12 else number(value, 0, language)


def date(value: dt.date, language: str, today: dt.date | None = None) -> str:
    """«15. juni», with the year when it is another than today's (or when `today` is not given)."""
    month = MONTHS[language][value.month - 1]
    text = f"{value.day}{NBSP}{month}" if language == "en" else f"{value.day}.{NBSP}{month}"
    return text if today is not None and today.year == value.year else f"{text} {value.year}"


def weekday(value: dt.date, language: str) -> str:
    """«mandag»."""
    return WEEKDAYS[language][value.weekday()]


def short_day(value: dt.date, language: str) -> str:
    """«Ma»."""
    return SHORT_DAY[language][value.weekday()]


def month(value: dt.date, language: str) -> str:
    """«juni»."""
    return MONTHS[language][value.month - 1]


def week(value: dt.date, language: str) -> str:
    """«uke 25» by ISO 8601."""
    return f"{WEEK[language]}{NBSP}{value.isocalendar().week}"


def time(value: dt.time | dt.datetime, language: str = "nb") -> str:
    """«13.30», in English «13:30»."""
    return f"{value:%H:%M}" if language == "en" else f"{value:%H.%M}"


def number(value: Decimal | float | int, decimals: int | None = None, language: str = "nb") -> str:
    """«1 632», «9,5»: decimal comma, thousands apart. Without `decimals`: one when needed, halves away from zero."""
    exact = Decimal(str(value))
    places = (0 if exact == exact.quantize(Decimal(1), ROUND_HALF_UP) else 1) if decimals is None else decimals
    rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, part = f"{abs(rounded):f}".partition(".")
    if len(whole) > 3:
        whole = f"{int(whole):,}".replace(",", NBSP)
    sign = "−" if rounded < 0 else ""
    return f"{sign}{whole}{(',' if language != 'en' else '.') + part if part else ''}"
