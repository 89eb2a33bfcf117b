"""The background work of a serving process: queued tasks as they come, recurring jobs when they are due."""

from __future__ import annotations

import datetime as dt
import threading
import time

import structlog
from django.db import close_old_connections, connection

from bedre.kernel import tick

from . import housekeeping, work  # noqa: F401  (housekeeping registers itself)

log = structlog.get_logger(__name__)

PAUSE = 1.0
TICK = 30.0
"""Seconds between looks at the queue, and between looks at the recurring jobs."""
PATIENCE = 8.0
"""Seconds that a task under way gets to end when the server stops. One that is cut off runs again at the next start."""


class Background:
    """A thread that works until it is stopped."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Take nothing new, and wait a while for what is under way."""
        self._stop.set()
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        self._careful(_revive)
        next_tick = time.monotonic()
        while not self._stop.is_set():
            if time.monotonic() >= next_tick:
                self._careful(_tick)
                next_tick = time.monotonic() + TICK
            worked = self._careful(work.run_one_task)
            close_old_connections()
            self._stop.wait(0 if worked else PAUSE)
        connection.close()

    def _careful(self, act) -> bool:
        try:
            return bool(act())
        except Exception:
            log.exception("background work stumbled")
            return False


def _revive() -> None:
    """SQLite has one process: whatever ran before is gone."""
    if connection.vendor == "sqlite":
        work.revive_stuck(older_than=dt.timedelta(0))


def _tick() -> None:
    work.heartbeat()
    work.revive_stuck()
    tick.run_due()
