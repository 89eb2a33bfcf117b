"""SQLite with several writers: each gets its turn, and none fails."""

import threading
import time
from pathlib import Path

import pytest
from django.db import close_old_connections, connection, transaction

from bedre.config.housekeeping import tidy
from bedre.config.sqlite.turns import Turns
from bedre.kernel.ids import uuid7
from bedre.kernel.models import Submission

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has writers of its own"),
]

WRITERS, EACH = 8, 25


def test_eight_writers_at_once_lose_nothing_and_see_no_error():
    errors: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(EACH):
                with transaction.atomic():
                    Submission.objects.count()
                    Submission.objects.create(key=uuid7())
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()
            close_old_connections()

    threads = [threading.Thread(target=write) for _ in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert Submission.objects.count() == WRITERS * EACH


def test_what_is_written_over_is_gone_from_the_files_too():
    secret = "Kari Nordmann"
    form = Submission.objects.create(key=uuid7(), location=secret)
    tidy()
    files = list(Path(connection.settings_dict["NAME"]).parent.glob(f"{Path(connection.settings_dict['NAME']).name}*"))
    assert any(secret.encode() in file.read_bytes() for file in files)
    Submission.objects.filter(pk=form.pk).update(location="(sladdet)")
    tidy()
    assert [file for file in files if secret.encode() in file.read_bytes()] == []


def test_the_turn_is_given_back_after_an_error():
    with pytest.raises(RuntimeError), transaction.atomic():
        raise RuntimeError
    with transaction.atomic():
        Submission.objects.create(key=uuid7())


def test_turns_go_to_whoever_has_waited_longest():
    turns, order = Turns(), []

    def work(name: int) -> None:
        assert turns.take(5)
        order.append(name)
        turns.leave()

    assert turns.take(1)
    threads = [threading.Thread(target=work, args=(name,)) for name in range(5)]
    for number, thread in enumerate(threads, 1):
        thread.start()
        while len(turns._queue) < number:
            time.sleep(0.001)
    turns.leave()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_who_waits_too_long_steps_out_of_the_queue():
    turns = Turns()
    assert turns.take(1)
    assert not turns.take(0.01)
    turns.leave()
    assert turns.take(0)
