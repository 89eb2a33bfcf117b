"""Named places on a page that later packages fill, so that an earlier package need not know them.

A function gets the request and the place's context, and returns what the place shows: `(template, context)`, or None for nothing.
A place that collects (`municipality.waiting`) takes any value instead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Filler = Callable[..., Any]

_fillers: dict[str, list[tuple[int, Filler]]] = defaultdict(list)


def register(place: str, fn: Filler, order: int = 0) -> Filler:
    """Let `fn(request, **context)` fill a place; smaller `order` comes first. Called in `slots.py`, which `apps.py` imports."""
    _fillers[place].append((order, fn))
    _fillers[place].sort(key=lambda entry: entry[0])
    return fn


def fill(place: str, request: HttpRequest, **context: Any) -> list[Any]:
    """What everybody puts in a place, in order, without those that had nothing."""
    answers = (fn(request, **context) for _order, fn in _fillers[place])
    return [answer for answer in answers if answer]


def places() -> dict[str, list[str]]:
    """Who fills what, for the documentation."""
    return {place: [f"{fn.__module__}.{fn.__qualname__}" for _order, fn in fns] for place, fns in sorted(_fillers.items())}
