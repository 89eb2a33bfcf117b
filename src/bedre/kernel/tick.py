"""Recurring jobs: what Bedre does by itself, every so many minutes, without a cron of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.apps import apps
from django.utils import timezone

from . import clock
from .models import Tick
from .tenancy import active

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Job:
    """A recurring job; `each_municipality` runs it once inside every municipality."""

    name: str
    fn: Callable[[], None]
    pause: dt.timedelta
    each_municipality: bool


jobs: dict[str, Job] = {}


def every(*, minutes: int, each_municipality: bool = False) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Register a job that runs at most once per `minutes` of real time in the whole installation."""

    def register(fn: Callable[[], None]) -> Callable[[], None]:
        name = f"{fn.__module__}.{fn.__qualname__}"
        jobs[name] = Job(name, fn, dt.timedelta(minutes=minutes), each_municipality)
        return fn

    return register


def run_due() -> list[str]:
    """Run every job whose pause is over and return their names. A job that fails is logged and tried at the next tick."""
    return [job.name for job in jobs.values() if _claim(job) and _run(job)]


def _claim(job: Job) -> bool:
    """Take the job for this tick; of several processes only one gets it."""
    real = timezone.now()
    _, created = Tick.objects.get_or_create(name=job.name, defaults={"ran_at": real})
    due = Tick.objects.filter(name=job.name, ran_at__lte=real - job.pause)
    return created or due.update(ran_at=real) == 1


def _run(job: Job) -> bool:
    try:
        with clock.at(clock.configured()):
            _call(job)
    except Exception:
        log.exception("job failed", job=job.name)
        return False
    return True


def _call(job: Job) -> None:
    if not job.each_municipality:
        job.fn()
        return
    for municipality in apps.get_model("organisation", "Municipality").objects.all():
        with active(municipality):
            job.fn()
