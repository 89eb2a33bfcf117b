"""`bedre serve`: one port, uvicorn in front, Django behind one hop, the background work beside."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import uvicorn
from django.conf import settings
from django.core.management import call_command

from . import env
from .bridge import Bridge

FORM_MARGIN = 2 * 1024 * 1024
"""What a form may weigh beside its file, in bytes."""
GRACE = 10
"""Seconds that pages under way get to end when the server stops."""


def application() -> Bridge:
    """The ASGI application of one process, with background work of its own."""
    from .wsgi import application as wsgi  # first, for it sets Django up: a process of several begins with nothing

    # isort: split
    from .background import Background

    work = Background()
    return Bridge(
        wsgi, threads=settings.THREADS, limit=settings.MAX_UPLOAD_BYTES + FORM_MARGIN, trusted=settings.TRUSTED_PROXIES,
        on_start=work.start, on_stop=work.stop,
    )  # fmt: skip


def serve(host: str, port: int) -> None:
    """Serve until told to stop. Raises ConfigurationError when that cannot be."""
    _check_processes()
    _check_database()
    _check_port(host, port)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["css"])
    print("\n".join(_greeting(settings.BEDRE_URL or f"http://{host}:{port}")), flush=True)
    uvicorn.run(
        "bedre.config.serve:application", factory=True, host=host, port=port,
        workers=settings.PROCESSES if settings.PROCESSES > 1 else None,
        loop="uvloop", http="httptools", log_config=None, access_log=False, proxy_headers=False, server_header=False,
        timeout_graceful_shutdown=GRACE, lifespan="on",
    )  # fmt: skip


def _greeting(address: str) -> Iterator[str]:
    """Where it is; in the demonstration also as whom one walks in, in an empty installation how one begins."""
    from bedre.organisation.models import Municipality
    from bedre.people.demo_entry import entrance

    yield f"Bedre is at {address}"
    if demonstration := entrance():
        names = (line.person.name for group in demonstration.groups for line in group.lines)
        yield f"Sign in with one click at {address}{settings.LOGIN_URL} as: {', '.join(names)}"
    elif not Municipality.objects.exists():
        yield "It is empty: `bedre setup` prints the link with which the first administrator begins."


def _check_processes() -> None:
    if settings.PROCESSES > 1 and "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        raise env.ConfigurationError("BEDRE_PROCESSES is more than 1, which needs PostgreSQL: set DATABASE_URL.")


def _check_database() -> None:
    """Tables must be there; and in production nobody may walk in by one click of the demonstration."""
    from bedre.people.models import Account

    from . import doctor

    finding = doctor.look("migrations")
    if not finding.ok:
        raise env.ConfigurationError(f"The database is not ready: {finding.says}")
    if settings.PRODUCTION and Account.objects.filter(is_demo=True).exists():
        raise env.ConfigurationError("The database holds the demonstration's accounts, which have no password: use a new one.")


def _check_port(host: str, port: int) -> None:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        number = error.errno or 0
        why = os.strerror(number) if number > 0 else error.strerror  # a name that leads nowhere has a number below 0
        raise env.ConfigurationError(f"Cannot listen on {host} port {port}: {why}.") from None
