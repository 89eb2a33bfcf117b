"""Whole programs on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.server import Server, environment, free_port, new_postgresql, start


@pytest.fixture(params=["sqlite", "postgresql"])
def settings_of_database(request) -> dict[str, str]:
    """Settings of an empty database."""
    return new_postgresql() if request.param == "postgresql" else {}


@pytest.fixture
def served(tmp_path: Path, settings_of_database) -> Iterator[Callable[[], Server]]:
    """`served()` starts a server on an empty database; called again it starts one on the same."""
    running: list[Server] = []
    port = free_port()
    env = environment(tmp_path / "data", "", mode="development", clock="", port=port) | settings_of_database

    def serve() -> Server:
        running.append(start(env, port, log=tmp_path / "server.log"))
        return running[-1]

    yield serve
    for server in running:
        server.process.kill()
        server.process.wait(10)
