"""Taking in a municipality's people: 5,000 rows of Excel sent in, read, confirmed, and written by the background of a served Bedre."""

from __future__ import annotations

import time
import urllib.request
from collections.abc import Iterator
from uuid import uuid4

from tests.exchange.files import PEOPLE, excel

from .load import CSRF, Figure
from .stage import Stage, stage

ROWS = 5000


def measure() -> Iterator[Figure]:
    """Both databases; the wall clock from sending the file to the plan, and to the last row on disk."""
    rows = ([str(n), f"Ansatt {n}", f"a{n}@example.org", "bergsodden-sykehjem", ""] for n in range(10_000, 10_000 + ROWS))
    file = excel([PEOPLE[0], *rows])
    for database in ("sqlite", "postgresql"):
        with stage(database) as on:
            begun = time.perf_counter()
            run, _page = _ask(on, "/harstad/import/folk/ny/", _form({"on": "2015-06-15"}, file))
            _wait(on, run)
            yield f"{database}-{ROWS}", "plan", time.perf_counter() - begun, "s"
            _ask(on, f"{run}skriv/", _form({}))
            _wait(on, run)
            yield f"{database}-{ROWS}", "wall", time.perf_counter() - begun, "s"
            if f"Skrevet: {ROWS} rader" not in _ask(on, run)[1]:
                raise RuntimeError("The import was not written.")


def _wait(on: Stage, run: str) -> None:
    """Ask for the progress as the page does until it has nothing more to say."""
    while "data-poll" in _ask(on, f"{run}fremdrift/")[1]:
        time.sleep(0.1)


def _form(fields: dict[str, str], file: bytes | None = None) -> tuple[bytes, str]:
    """The body of a form, and its type."""
    edge = uuid4().hex
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in {**fields, "submission": str(uuid4())}.items()]
    parts += [b'name="file"; filename="folk.xlsx"\r\n\r\n' + file] if file else []
    body = b"".join(f"--{edge}\r\nContent-Disposition: form-data; ".encode() + part + b"\r\n" for part in parts)
    return body + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"


def _ask(on: Stage, path: str, form: tuple[bytes, str] | None = None) -> tuple[str, str]:
    """Ask as the administrator; returns the path one ends up at, and the page."""
    body, kind = form or (None, "")
    cookie = f"sessionid={on.sessions['administrator']}; csrftoken={CSRF}"
    headers = {"Cookie": cookie, "X-CSRFToken": CSRF} | ({"Content-Type": kind} if kind else {})
    with urllib.request.urlopen(urllib.request.Request(f"{on.server.address}{path}", body, headers), timeout=60) as answer:
        return answer.url.removeprefix(on.server.address), answer.read().decode()
