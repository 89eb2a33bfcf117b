"""What works in this installation and what does not: for `bedre check`, `/helse` and the administrator's page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from . import sql, work


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    says: str


def examine() -> list[Finding]:
    """Look at everything that a page may need. Without a database what stands in it is not looked at, since each would wait for it."""
    first = look("database")
    rest = [what for what in LOOKS if what != "database" and (first.ok or what not in IN_DATABASE)]
    return [first, *map(look, rest)]


def alive() -> dict[str, bool]:
    """What `/helse` answers: the database, its tables, and background work that is there and has not given up."""
    return {what: look(what).ok for what in ("database", "migrations", "jobs")}


def look(what: str) -> Finding:
    """Look at one thing. A look returns what it found, or raises with what is missing."""
    try:
        return Finding(what, True, LOOKS[what]())
    except Exception as error:
        return Finding(what, False, str(error).strip().split("\n")[0])


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return connection.vendor


@cache  # asked again after it raised; tables do not grow old under a running process
def _migrations() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise DatabaseError(f"{len(waiting)} migrations wait. Run: bedre migrate")
    return "up to date"


def _jobs() -> str:
    if not work.alive():
        raise RuntimeError("it has not run lately; is `bedre serve` running?")
    if failed := work.failed():
        raise RuntimeError(f"{failed} tasks have given up; the log says why")
    return "none has given up"


def _row_security() -> str:
    if connection.vendor != "postgresql":
        return "SQLite: one municipality's pages are kept apart by the program alone"
    if tables := sql.unlocked_tables():
        raise RuntimeError(f"{len(tables)} tables lack it. Run: bedre migrate")
    with connection.cursor() as cursor:
        cursor.execute("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
        if cursor.fetchone()[0]:
            raise RuntimeError("DATABASE_URL names a role that passes by it; use one without BYPASSRLS")
    return "on"


def _mail() -> str:
    if settings.DEMO:
        return "every mail lands in the mailbox page"
    if not settings.MAIL_URL:
        raise RuntimeError("BEDRE_MAIL_URL is not set; mail is kept in the mailbox page, or in production lost")
    mail = get_connection()
    try:
        mail.open()
    except OSError as error:
        raise RuntimeError(
            f"{settings.EMAIL_HOST} port {settings.EMAIL_PORT} does not answer: {error.strerror or error}"
        ) from None
    mail.close()
    return "the mail server answers"


def _pdf() -> str:
    try:
        from weasyprint import HTML
    except OSError:
        raise RuntimeError("Pango is missing. Install: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0") from None
    HTML(string="<p>Bedre</p>").write_pdf()
    return "works"


def _address() -> str:
    if not settings.BEDRE_URL:
        raise RuntimeError("BEDRE_URL is not set; mail and calendars need it")
    if not settings.SECURE:
        raise RuntimeError("BEDRE_URL is plain http: passkeys and the page for when the network is gone need https")
    return str(settings.BEDRE_URL)


def _files() -> str:
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    probe = settings.MEDIA_ROOT / ".probe"
    probe.touch()
    probe.unlink()
    return str(settings.MEDIA_ROOT)


IN_DATABASE = ("migrations", "row-level security", "jobs")
LOOKS: dict[str, Callable[[], str]] = {
    "database": _database,
    "migrations": _migrations,
    "row-level security": _row_security,
    "jobs": _jobs,
    "files": _files,
    "mail": _mail,
    "PDF": _pdf,
    "address": _address,
}
