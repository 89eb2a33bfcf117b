"""Handing in ideas: one person, and eight at once."""

from __future__ import annotations

import time
from collections.abc import Iterator

from bedre.kernel.ids import uuid7

from .load import Ask, Figure, figures, rate, run
from .stage import UNIT, stage

ASKED = 400


def measure() -> Iterator[Figure]:
    """Both databases; each answer means that the idea is on disk."""
    for database in ("sqlite", "postgresql"):
        with stage(database) as on:

            def ideas(client: int, each: int, session: str = on.sessions["employee"]) -> Iterator[Ask]:
                for number in range(each):
                    yield Ask(f"{UNIT}/tavle/nytt/", session, {"title": f"Idé {client}-{number}", "submission": str(uuid7())})

            run(on.port, lambda _: ideas(99, 20), clients=1, expect=302)
            for clients in (1, 8):
                begun = time.perf_counter()
                times = run(on.port, lambda n, each=ASKED // clients: ideas(n, each), clients=clients, expect=302)
                yield from figures(f"{database}-hand-in-c{clients}", times)
                yield rate(f"{database}-hand-in-c{clients}", times, time.perf_counter() - begun)
