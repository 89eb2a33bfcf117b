"""What grows and means nothing after a while: sessions that ended, forms that were sent, tasks that are done."""

from __future__ import annotations

import datetime as dt

from django.contrib.sessions.backends.db import SessionStore
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
