"""A whole Bedre in a process of its own, as `bedre serve` starts it: for journeys in a browser, measurements and rough treatment."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[1]
BEDRE = [sys.executable, "-m", "bedre"]


@dataclass
class Server:
    """A running Bedre: its address, its environment and its process."""

    address: str
    env: dict[str, str]
    process: subprocess.Popen

    def command(self, *args: str) -> str:
        """Run `bedre …` beside the server and return what it prints."""
        return command(self.env, *args)

    def stop(self) -> int:
        """Ask the process to end, by its id, and return how it ended."""
        self.process.terminate()
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def kill(self) -> None:
        """End the process as a power cut would."""
        self.process.kill()
        self.process.wait(10)


def command(env: dict[str, str], *args: str) -> str:
    """Run `bedre …` and return what it prints. Raises RuntimeError with its last words."""
    return said([*BEDRE, *args], env)


def said(line: list[str], env: dict[str, str]) -> str:
    """Run a program from the checkout and return what it prints. Raises RuntimeError with its last words."""
    done = subprocess.run(line, env=env, capture_output=True, text=True, cwd=ROOT, timeout=600)
    if done.returncode:
        raise RuntimeError(f"{' '.join(line[1:])} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def bare(data: Path, **settings: str) -> dict[str, str]:
    """An environment with nothing of Bedre's but its data folder and the given settings."""
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("BEDRE_", "DATABASE_URL", "DJANGO_"))}
    return keep | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "BEDRE_DATA": str(data), "BEDRE_LOG_LEVEL": "ERROR"} | settings


def environment(data: Path, database: str, *, mode: str = "demo", clock: str = "2015-06-15", port: int) -> dict[str, str]:
    """The environment of a server of its own; an empty `database` is SQLite in `data`."""
    settings = {"BEDRE_MODE": mode, "BEDRE_CLOCK": clock, "BEDRE_URL": f"http://localhost:{port}", "DATABASE_URL": database}
    return bare(data, **{name: value for name, value in settings.items() if value})


def new_postgresql() -> dict[str, str]:
    """Settings of an empty database with an owner and an app role. Skips the test where no PostgreSQL was started."""
    app, owner = os.environ.get("BEDRE_TEST_POSTGRESQL"), os.environ.get("BEDRE_TEST_POSTGRESQL_OWNER")
    if not app or not owner:
        pytest.skip("No PostgreSQL was started; bin/test without arguments starts one.")
    name = f"bedre_{uuid4().hex[:12]}"
    with psycopg.connect(owner.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        connection.execute(f"create database {name} owner bedre_owner")
    return {"DATABASE_URL": _named(app, name), "BEDRE_OWNER_DATABASE_URL": _named(owner, name)}


def _named(url: str, name: str) -> str:
    return f"{url.rpartition('/')[0]}/{name}"


def start(env: dict[str, str], port: int, *, log: Path) -> Server:
    """Migrate, serve and wait until `/helse` answers."""
    command(env, "migrate")
    process = subprocess.Popen([*BEDRE, "serve", "--port", str(port)], env=env, stdout=log.open("a"), stderr=subprocess.STDOUT)
    server = Server(f"http://localhost:{port}", env, process)
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{server.address}/helse", timeout=5)
            return server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    server.kill()
    raise RuntimeError(f"The server did not start:\n{log.read_text()[-3000:]}")


@contextmanager
def demonstration(folder: Path) -> Iterator[Server]:
    """Harstad on 15 June 2015, freshly played, served on SQLite."""
    port = free_port()
    env = environment(folder, "", port=port)
    command(env, "demo")
    server = start(env, port, log=folder / "server.log")
    try:
        yield server
    finally:
        server.stop()


def sessions(env: dict[str, str]) -> dict[str, str]:
    """Put the cast into the server's database and return a session key for each role."""
    return json.loads(said([sys.executable, "-m", "tests.sessions"], env))
