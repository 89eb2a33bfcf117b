"""What grows and means nothing after a while: sessions that ended, forms that were sent, tasks that are done."""

from __future__ import annotations

import datetime as dt

from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.utils import timezone

from bedre.kernel import tick
from bedre.kernel.models import Submission

from . import work

SENT_AGAIN_WITHIN = dt.timedelta(days=2)
"""A form that is sent again later than this is a new one."""


@tick.every(minutes=6 * 60)
def tidy() -> None:
    """Throw it away."""
    SessionStore.clear_expired()
    Submission.objects.filter(at__lt=timezone.now() - SENT_AGAIN_WITHIN).delete()
    work.forget_done()
    _empty_journal()


def _empty_journal() -> None:
    """SQLite's journal repeats what was written since it last was empty, also what is redacted by now."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("pragma wal_checkpoint(truncate)")
