"""Recurring jobs run once per pause, and a job that fails does not stop the others."""

import datetime as dt

import pytest
from django.utils import timezone

from bedre.kernel import tick
from bedre.kernel.models import Tick


@pytest.fixture
def jobs(monkeypatch):
    monkeypatch.setattr(tick, "jobs", {})
    return tick.jobs


def test_a_job_waits_for_its_pause(db, jobs):
    ran = []

    @tick.every(minutes=10)
    def job():
        ran.append(1)

    tick.run_due()
    tick.run_due()
    Tick.objects.update(ran_at=timezone.now() - dt.timedelta(minutes=11))
    tick.run_due()
    assert len(ran) == 2


def test_a_job_that_fails_does_not_stop_the_next(db, jobs):
    @tick.every(minutes=10)
    def broken():
        raise RuntimeError

    @tick.every(minutes=10)
    def sound():
        pass

    assert [name.rsplit(".", 1)[1] for name in tick.run_due()] == ["sound"]


def test_a_job_for_each_municipality_works_inside_it(cast, jobs):
    from bedre.organisation.models import Unit

    counts = []

    @tick.every(minutes=10, each_municipality=True)
    def job():
        counts.append(Unit.objects.count())

    tick.run_due()
    assert sorted(counts) == [1, 6]
