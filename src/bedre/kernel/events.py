"""One Event per verb; everything else (history, notices, statistics) hangs on it.

`on` registers what happens in the same transaction, `after` what a background task does once it is committed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
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
        event = _event(subject, verb, by, unit.pk if unit else None, changes)
        event.save()
        _tell(event, subject)
    return event


def record_many(told: Iterable[tuple[models.Model, str, Any, dict[str, Any]]], *, by: Any = None) -> None:
    """Append the Events of many verbs of one kind of work (an import) in a few statements; reactions and consumers run as ever.

    `told` holds (subject, verb, key of the unit or None, changes), the subjects already saved in the same transaction.
    """
    with transaction.atomic():
        pairs = [(_event(subject, verb, by, unit_id, changes), subject) for subject, verb, unit_id, changes in told]
        Event.objects.bulk_create([event for event, _subject in pairs], batch_size=500)
        for event, subject in pairs:
            _tell(event, subject)


def _event(subject: models.Model, verb: str, by: Any, unit_id: Any, changes: dict[str, Any]) -> Event:
    return Event(
        municipality_id=getattr(subject, "municipality_id", None) or subject.pk,
        actor=by,
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        unit_id=unit_id,
        changes=changes,
    )


def _tell(event: Event, subject: models.Model) -> None:
    for reaction in _reactions[event.verb]:
        reaction(event, subject)
    _enqueue(event)


def consumers(verb: str) -> dict[str, Consumer]:
    """The consumers of a verb by their dotted name."""
    return {f"{fn.__module__}.{fn.__qualname__}": fn for fn in _consumers[verb]}


def _enqueue(event: Event) -> None:
    from .tasks import deliver

    for name in consumers(event.verb):
        deliver.enqueue(str(event.municipality_id), str(event.pk), name)
