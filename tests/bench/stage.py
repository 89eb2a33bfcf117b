"""Servers to measure, with the cast and a full board on the stage."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.server import Server, environment, free_port, new_postgresql, said, start

UNIT = "/harstad/hjemmetjenesten-2"


@dataclass
class Stage:
    """A served Bedre and a session key for each person of the cast."""

    server: Server
    port: int
    sessions: dict[str, str]


@contextmanager
def stage(database: str, *, cards: int = 0) -> Iterator[Stage]:
    """A server on an empty `sqlite` or `postgresql`, with so many cards on the unit's board."""
    with tempfile.TemporaryDirectory(prefix="bedre-bench.") as folder:
        port = free_port()
        env = environment(Path(folder), "", mode="development", clock="", port=port)
        env |= new_postgresql() if database == "postgresql" else {}
        server = start(env, port, log=Path(folder) / "server.log")
        try:
            told = said([sys.executable, "-m", "tests.bench.cards", str(cards)], env)
            yield Stage(server, port, json.loads(told))
        finally:
            server.stop()
