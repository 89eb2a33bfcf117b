"""Dates on a wave's plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from bedre.web import norsk

register = template.Library()


def _language() -> str:
    short = (get_language() or "nb")[:2]
    return short if short in norsk.MONTHS else "nb"


@register.filter
def month(value: dt.date) -> str:
    """juni."""
    return norsk.month(value, _language())


@register.filter
def day_short(value: dt.date) -> str:
    """Ma 15."""
    return f"{norsk.short_day(value, _language())} {value.day}."


@register.filter
def of(counts: Mapping[Any, int], key: Any) -> int:
    """`counts|of:unit.id`: the count of one thing, 0 where there is none."""
    return counts.get(key, 0)
