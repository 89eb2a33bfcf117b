"""The queue of background tasks: taking the next, those that a killed process left behind, and what is told about it."""

from __future__ import annotations

import datetime as dt
import os
import socket

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from bedre.kernel.models import Tick

STUCK = dt.timedelta(minutes=30)
"""A task that has run for longer was left by a process that is gone; every task may run twice without harm."""

KEPT = dt.timedelta(days=7)
QUIET = dt.timedelta(minutes=5)
"""Background work that has not shown itself for so long has stopped."""

HEARTBEAT = "background"


def run_one_task() -> bool:
    """Run the next task that is ready. True when there was one."""
    if not DBTaskResult.objects.ready().exists():
        return False
    _worker().run()
    return True


def revive_stuck(older_than: dt.timedelta = STUCK) -> int:
    """Put tasks back in the queue that were running when their process died. Returns how many."""
    left = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=timezone.now() - older_than)
    return left.update(status=TaskResultStatus.READY, started_at=None)


def forget_done() -> int:
    """Delete the notes of tasks that succeeded over a week ago. Returns how many."""
    old = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=timezone.now() - KEPT)
    return old.delete()[0]


def heartbeat() -> None:
    """Write down that background work is alive. Real time."""
    Tick.objects.update_or_create(name=HEARTBEAT, defaults={"ran_at": timezone.now()})


def alive() -> bool:
    """Whether background work has shown itself lately."""
    return Tick.objects.filter(name=HEARTBEAT, ran_at__gte=timezone.now() - QUIET).exists()


def failed() -> int:
    """How many tasks have given up and wait for an administrator."""
    return DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count()


def _worker() -> Worker:
    return Worker(
        queue_names=["default"], interval=0, batch=True, backend_name="default", startup_delay=False, max_tasks=1,
        worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}", excluded_queue_names=[],
    )  # fmt: skip
