"""Power cuts: what a browser was told is kept, is kept."""

import http.client
import json
import threading
import time
import zipfile
from collections import Counter
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


def titles(server: Server, folder) -> Counter:
    """What the database holds, read from a backup."""
    server.command("backup", str(folder / "after.zip"))
    with zipfile.ZipFile(folder / "after.zip") as archive:
        at = json.loads(archive.read("manifest.json"))["tables"]["board_improvement"]["columns"].index("title")
        return Counter(json.loads(line)[at] for line in archive.read("tables/board_improvement.jsonl").splitlines())


def test_a_kill_under_load_loses_nothing_that_was_acknowledged(served, tmp_path):
    server = served()
    session = sessions(server.env)["employee"]
    told: list[list[str]] = [[] for _ in range(WRITERS)]
    writers = [threading.Thread(target=hand_in_until_cut_off, args=(server, session, n, told[n])) for n in range(WRITERS)]
    for writer in writers:
        writer.start()
    deadline = time.monotonic() + 60
    while sum(map(len, told)) < ENOUGH and time.monotonic() < deadline and any(writer.is_alive() for writer in writers):
        time.sleep(0.01)
    server.kill()
    for writer in writers:
        writer.join()
    acknowledged = [title for writer in told for title in writer]
    assert len(acknowledged) >= ENOUGH
    kept = titles(served(), tmp_path)
    assert set(acknowledged) <= set(kept)
    assert set(kept.values()) == {1}
    assert len(kept) <= len(acknowledged) + WRITERS
