"""Work after the commit: one tenant a task, retried with growing pauses, given up loudly."""

from __future__ import annotations

import datetime as dt

import structlog
from django.apps import apps
from django.utils import timezone
from django_tasks import task

from . import clock, events
from .models import Event
from .tenancy import active

log = structlog.get_logger(__name__)

PAUSES = [10, 60, 600, 3600, 6 * 3600, 24 * 3600]
"""Seconds to wait before the second, third … attempt; after the last the task fails for good."""


@task()
def deliver(municipality_id: str, event_id: str, consumer: str, attempt: int = 0) -> None:
    """Hand one committed event to one consumer."""
    municipality = apps.get_model("organisation", "Municipality").objects.get(pk=municipality_id)
    try:
        with clock.at(clock.configured()), active(municipality):
            event = Event.objects.get(pk=event_id)
            if fn := events.consumers(event.verb).get(consumer):
                fn(event)
    except Exception:
        log.exception("delivery failed", consumer=consumer, attempt=attempt)
        if attempt >= len(PAUSES):
            raise
        later = timezone.now() + dt.timedelta(seconds=PAUSES[attempt])
        deliver.using(run_after=later).enqueue(municipality_id, event_id, consumer, attempt + 1)
