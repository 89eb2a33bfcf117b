"""One Event per verb; everything else (history, notices, statistics) hangs on it.

`on` registers what happens in the same transaction, `after` what a background task does once it is committed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.db import models, transaction

from .models import Event

Reaction = Callable[[Event, Any], None]
Consumer = Callable[[Event], None]

_reactions: dict[str, list[Reaction]] = defaultdict(list)
_consumers: dict[str, list[Consumer]] = defaultdict(list)


def on(verb: str) -> Callable[[Reaction], Reaction]:
    """Register `fn(event, subject)` to run inside the transaction of `verb`; what it raises undoes the verb."""

    def register(fn: Reaction) -> Reaction:
        _reactions[verb].append(fn)
        return fn

    return register


def after(verb: str) -> Callable[[Consumer], Consumer]:
    """Register `fn(event)` to run as a task after the commit of `verb`, retried until it succeeds (the outbox)."""

    def register(fn: Consumer) -> Consumer:
        _consumers[verb].append(fn)
        return fn

    return register


def record(subject: models.Model, verb: str, *, by: Any = None, unit: Any = None, **changes: Any) -> Event:
    """Append the Event of a verb, run its reactions and enqueue its consumers, all in the verb's transaction.

    `by` is a Person or None (the system, or somebody who wants to be anonymous). `changes` must be JSON values:
    references, dates as text and short codes, never free text.
    """
    with transaction.atomic():
        event = Event.objects.create(
            municipality_id=getattr(subject, "municipality_id", None) or subject.pk,
            actor=by,
            verb=verb,
            subject_type=subject._meta.label_lower,
            subject_id=subject.pk,
            unit=unit,
            changes=changes,
        )
        for reaction in _reactions[verb]:
            reaction(event, subject)
        _enqueue(event)
    return event


def consumers(verb: str) -> dict[str, Consumer]:
    """The consumers of a verb by their dotted name."""
    return {f"{fn.__module__}.{fn.__qualname__}": fn for fn in _consumers[verb]}


def _enqueue(event: Event) -> None:
    from .tasks import deliver

    for name in consumers(event.verb):
        deliver.enqueue(str(event.municipality_id), str(event.pk), name)
