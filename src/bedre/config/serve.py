"""`bedre serve`: one port, uvicorn in front, Django behind one hop, the background work beside."""

from __future__ import annotations

import datetime as dt
import threading
import time

import structlog
import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections, connection

from . import env
from .bridge import Bridge

log = structlog.get_logger(__name__)

TICK_SECONDS = 30
FORM_MARGIN = 2 * 1024 * 1024
"""What a form may weigh beside its file, in bytes."""


def application() -> Bridge:
    """The ASGI application of one process, with its background work started."""
    from .wsgi import application as wsgi

    threading.Thread(target=_background, name="background", daemon=True).start()
    limit = settings.MAX_UPLOAD_BYTES + FORM_MARGIN
    return Bridge(wsgi, threads=settings.THREADS, limit=limit, trusted=settings.TRUSTED_PROXIES)


def serve(host: str, port: int) -> None:
    """Serve until told to stop. Several processes need PostgreSQL; raises ConfigurationError otherwise."""
    processes = settings.PROCESSES
    if processes > 1 and "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        raise env.ConfigurationError("BEDRE_PROCESSES is more than 1, which needs PostgreSQL: set DATABASE_URL.")
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["css"])
    uvicorn.run(
        "bedre.config.serve:application", factory=True, host=host, port=port, workers=processes if processes > 1 else None,
        loop="uvloop", http="httptools", access_log=False, log_level="warning", proxy_headers=False, server_header=False,
        timeout_graceful_shutdown=10, lifespan="on",
    )  # fmt: skip


def _background() -> None:
    """Run queued tasks as they come, and recurring jobs when they are due, for as long as the process lives."""
    from .work import revive_stuck, run_ready_tasks

    if connection.vendor == "sqlite":
        revive_stuck(older_than=dt.timedelta(0))  # one process: whatever ran before is gone
    next_tick = time.monotonic() + TICK_SECONDS
    while True:
        try:
            worked = run_ready_tasks()
            if time.monotonic() >= next_tick:
                _tick()
                next_tick = time.monotonic() + TICK_SECONDS
        except Exception:
            log.exception("background work stumbled")
            worked = False
        close_old_connections()
        time.sleep(0.05 if worked else 1.0)


def _tick() -> None:
    from bedre.kernel import tick

    from .work import forget_done, revive_stuck

    revive_stuck()
    forget_done()
    tick.run_due()
