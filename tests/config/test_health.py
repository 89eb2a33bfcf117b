"""`/helse` and `bedre check` tell the truth."""

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from bedre.config import cli, doctor, work
from bedre.kernel.models import Tick

pytestmark = pytest.mark.django_db


def test_it_is_well_once_the_background_work_has_shown_itself(client):
    assert client.get("/helse").json() == {"alive": True, "database": True, "migrations": True, "jobs": False}
    work.heartbeat()
    answer = client.get("/helse")
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert answer.json() == {"alive": True, "database": True, "migrations": True, "jobs": True}


def test_background_work_that_has_been_quiet_is_told_but_takes_nothing_down(client):
    Tick.objects.create(name=work.HEARTBEAT, ran_at=timezone.now() - dt.timedelta(minutes=6))
    answer = client.get("/helse")
    assert (answer.status_code, answer.json()["jobs"]) == (200, False)


def test_a_task_that_gave_up_is_told(client):
    work.heartbeat()
    DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED, task_path="x", args_kwargs={}, priority=0, queue_name="default", backend_name="default",
        run_after=timezone.now(), exception_class_path="", traceback="",
    )  # fmt: skip
    assert client.get("/helse").json()["jobs"] is False
    assert doctor.look("jobs").says == "1 tasks have given up; the log says why"


def test_a_missing_table_is_503(client, monkeypatch):
    def missing() -> str:
        raise RuntimeError("2 migrations wait. Run: bedre migrate")

    monkeypatch.setitem(doctor.LOOKS, "migrations", missing)
    assert client.get("/helse").status_code == 503


def test_check_says_a_line_about_each_thing_and_fails_when_one_is_missing(capsys):
    assert cli.main(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok" if doctor.look(what).ok else "MISSING" for what in doctor.LOOKS]
    assert "MISSING mail: BEDRE_MAIL_URL is not set" in "\n".join(lines)
