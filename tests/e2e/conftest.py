"""A real browser against a real server: `bedre serve` in a process of its own, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("BEDRE_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if "tests/e2e" in str(item.path):
            item.add_marker(pytest.mark.e2e)


@dataclass
class Server:
    """A running Bedre: its address, its environment and its process."""

    address: str
    env: dict[str, str]
    process: subprocess.Popen

    def command(self, *args: str) -> str:
        """Run `bedre …` beside the server and return what it prints."""
        line = [sys.executable, "-m", "bedre.config.cli", *args]
        return subprocess.run(line, env=self.env, capture_output=True, text=True, check=True, timeout=300).stdout  # noqa: S603

    def stop(self) -> None:
        """End the process by its id."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(5)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(data: Path, database: str, *, mode: str = "demo", clock: str = "2015-06-15", port: int) -> dict[str, str]:
    """The environment of a server of its own."""
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("BEDRE_", "DATABASE_URL", "DJANGO_"))}
    env = keep | {
        "PYTHONPATH": str(ROOT / "src"),
        "BEDRE_MODE": mode,
        "BEDRE_DATA": str(data),
        "BEDRE_CLOCK": clock,
        "BEDRE_LOG_LEVEL": "ERROR",
        "BEDRE_URL": f"http://localhost:{port}",
    }
    return env | ({"DATABASE_URL": database} if database else {})


def start(env: dict[str, str], port: int, *, log: Path) -> Server:
    """Migrate, serve and wait until `/helse` answers."""
    bedre = [sys.executable, "-m", "bedre.config.cli"]
    subprocess.run([*bedre, "migrate"], env=env, check=True, capture_output=True, timeout=300)  # noqa: S603
    process = subprocess.Popen([*bedre, "serve", "--port", str(port)], env=env, stdout=log.open("w"), stderr=subprocess.STDOUT)  # noqa: S603
    server = Server(f"http://localhost:{port}", env, process)
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{server.address}/helse", timeout=2)
            return server
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{log.read_text()[-3000:]}")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all journeys."""
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The Harstad demonstration, served on SQLite for the whole run."""
    folder, port = tmp_path_factory.mktemp("demo"), free_port()
    env = environment(folder, "", port=port)
    subprocess.run([sys.executable, "-m", "bedre.config.cli", "demo"], env=env, check=True, capture_output=True, timeout=600)  # noqa: S603
    server = start(env, port, log=folder / "server.log")
    yield server
    server.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser window in Norwegian."""
    window = browser.new_context(locale="nb-NO", viewport={"width": 1280, "height": 900})
    window.set_default_timeout(15_000)
    yield window
    window.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab."""
    return context.new_page()


@pytest.fixture
def enter(demo: Server, browser: Browser) -> Iterator[Callable[..., Page]]:
    """`enter("Enhetsleder")` is a tab of the demonstration signed in by one click as that role."""
    windows: list[BrowserContext] = []

    def as_role(role: str, **options) -> Page:
        window = browser.new_context(locale="nb-NO", **{"viewport": {"width": 1280, "height": 900}, **options})
        window.set_default_timeout(15_000)
        windows.append(window)
        tab = window.new_page()
        tab.goto(f"{demo.address}/konto/logg-inn/")
        tab.get_by_role("button", name=role, exact=False).first.click()
        tab.wait_for_load_state()
        return tab

    yield as_role
    for window in windows:
        window.close()
