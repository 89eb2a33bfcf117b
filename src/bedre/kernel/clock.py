"""The domain clock: the only place where domain code may read the time.

Outside production the date may be set (`BEDRE_CLOCK=2015-06-15`) and stepped from a page; the time of day then still
runs. Sign-in, sessions and rate limits keep real time and do not come here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import timezone

_set: ContextVar[dt.date | dt.datetime | None] = ContextVar("clock", default=None)


def now() -> dt.datetime:
    """The moment it is in the domain, with time zone."""
    value = _set.get()
    if isinstance(value, dt.datetime):
        return value
    real = timezone.localtime()
    return real if value is None else timezone.make_aware(dt.datetime.combine(value, real.time()))


def today() -> dt.date:
    """The date it is in the domain, in the municipality's time zone (Europe/Oslo)."""
    return timezone.localdate(now())


@contextmanager
def at(moment: dt.date | dt.datetime | None) -> Iterator[None]:
    """Let the clock stand at a date (the time of day still runs) or at a moment (aware), as long as the block lasts."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)


def configured() -> dt.date | None:
    """The date that this installation's clock was moved to, or None when it follows real time. One query when movable."""
    if settings.BEDRE_CLOCK is None:
        return None
    from .models import ClockSetting

    return ClockSetting.objects.values_list("date", flat=True).first() or settings.BEDRE_CLOCK


def move_to(date: dt.date) -> None:
    """Set the installation's date. Raises RuntimeError where the clock may not be moved (production)."""
    if settings.BEDRE_CLOCK is None:
        raise RuntimeError("The clock follows real time here.")
    from .models import ClockSetting

    ClockSetting.objects.update_or_create(pk=1, defaults={"date": date})
