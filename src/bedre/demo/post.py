"""Delivers what a happening left for background work, mail above all."""

from __future__ import annotations

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from bedre.kernel import events, tasks
from bedre.kernel.models import Event


def deliver() -> None:
    """Hand it over now, so that a mail says what was so on its day. The first start would send half a year of them at once."""
    waiting = DBTaskResult.objects.filter(task_path=tasks.deliver.module_path, status=TaskResultStatus.READY)
    for row in waiting.order_by("enqueued_at"):
        _municipality, event_id, consumer = row.args_kwargs["args"]
        event = Event.objects.get(pk=event_id)
        events.consumers(event.verb)[consumer](event)
        row.delete()
