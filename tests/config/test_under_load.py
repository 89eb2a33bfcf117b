"""While many write: what a browser was told is kept survives a power cut, and a backup holds one moment."""

import http.client
import json
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bedre.kernel.ids import uuid7
from tests.server import Server, sessions

pytestmark = pytest.mark.slow

WRITERS, ENOUGH = 6, 150


def hand_in_until_cut_off(server: Server, session: str, name: int, told: list[str]) -> None:
    """Hand in one idea after the other and note which the server said it has."""
    connection = http.client.HTTPConnection("localhost", int(server.address.rpartition(":")[2]), timeout=20)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={'c' * 32}",
        "X-CSRFToken": "c" * 32,
    }
    try:
        for number in range(10_000):
            title = f"Idé {name}-{number}"
            form = urlencode({"title": title, "submission": uuid7()})
            connection.request("POST", "/harstad/hjemmetjenesten-2/tavle/nytt/", form, headers)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 302, answer.status
            told.append(title)
    except (OSError, http.client.HTTPException):
        return


@contextmanager
def load(server: Server) -> Iterator[list[list[str]]]:
    """Writers at work, until the server is gone or the block ends; what each was told, once there is enough."""
    session = sessions(server.env)["employee"]
    told: list[list[str]] = [[] for _ in range(WRITERS)]
    writers = [threading.Thread(target=hand_in_until_cut_off, args=(server, session, n, told[n])) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    deadline = time.monotonic() + 60
    while sum(map(len, told)) < ENOUGH and time.monotonic() < deadline and any(writer.is_alive() for writer in writers):
        time.sleep(0.01)
    yield told
    server.kill()
    for writer in writers:
        writer.join()


def table(file: Path, name: str, *columns: str) -> list[tuple]:
    """Columns of a table in a backup."""
    with zipfile.ZipFile(file) as archive:
        names = json.loads(archive.read("manifest.json"))["tables"][name]["columns"]
        rows = [json.loads(line) for line in archive.read(f"tables/{name}.jsonl").splitlines()]
    return [tuple(row[names.index(column)] for column in columns) for row in rows]


def test_a_kill_under_load_loses_nothing_that_was_acknowledged(served, tmp_path):
    server = served()
    with load(server) as told:
        server.kill()
    acknowledged = [title for writer in told for title in writer]
    assert len(acknowledged) >= ENOUGH
    served().command("backup", str(tmp_path / "after.zip"))
    kept = Counter(title for (title,) in table(tmp_path / "after.zip", "board_improvement", "title"))
    assert set(acknowledged) <= set(kept)
    assert set(kept.values()) == {1}
    assert len(kept) <= len(acknowledged) + WRITERS


def test_a_backup_under_load_is_one_moment_and_can_be_restored(served, tmp_path):
    server = served()
    file = tmp_path / "during.zip"
    with load(server) as told:
        before = {title for writer in told for title in writer}
        server.command("backup", str(file))
        after = sum(map(len, told))
    cards = table(file, "board_improvement", "id", "title", "number")
    handed_in = {subject for subject, verb in table(file, "kernel_event", "subject_id", "verb") if verb == "board.handed_in"}
    assert before <= {title for _id, title, _number in cards}
    assert len(cards) <= after + WRITERS
    assert {key for key, _title, _number in cards} == handed_in
    assert table(file, "board_board", "last_number") == [(len(cards),)]
    server.command("restore", str(file), "--replace")
    server.command("backup", str(tmp_path / "again.zip"))
    assert table(tmp_path / "again.zip", "board_improvement", "id", "title", "number") == cards
