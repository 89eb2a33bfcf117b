"""Where the story is played: an empty Bedre, a window for each person, and the clock they share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.server import Server, environment, free_port, new_postgresql, start

from .hand import Hand


@dataclass
class Letter:
    """A mail as it stands in the mailbox: its text, and the first link in it."""

    text: str
    link: str


@dataclass
class Stage:
    """A running installation and the windows that are open on it, by who sits there."""

    server: Server
    browser: Browser
    folder: Path
    hands: dict[str, Hand] = field(default_factory=dict)

    def __getitem__(self, who: str) -> Hand:
        """The window of a person, opened at first need and then kept."""
        if who not in self.hands:
            self.hands[who] = Hand(self.browser, self.server.address)
        return self.hands[who]

    def on(self, day: dt.date) -> None:
        """Let a date come, by the clock page."""
        self["Klokka"].opens("/demo/klokke/").presses("Gå dit", {"Gå til en dato": day})

    def letter(self, to: str, about: str = "") -> Letter:
        """The newest mail to an address (about something), in the mailbox of this installation; it may be under way."""
        tab = self["Postkassa"].opens("/demo/postkasse/").tab
        found = tab.locator("article").filter(has_text=f"Til {to}").filter(has_text=about).first
        for _reload in range(40):
            if found.count():
                break
            tab.wait_for_timeout(250)
            tab.reload()
        expect(found).to_be_visible()
        return Letter(found.inner_text(), found.get_by_role("link").first.get_attribute("href") or "")

    def status(self, who: str, address: str) -> int:
        """How an address answers a person."""
        return self[who].tab.request.get(address).status

    @property
    def troubles(self) -> list[str]:
        """What browsers complained about: scripts that failed, content refused, pages missing, ids that stand twice."""
        return [f"{who}: {trouble}" for who, hand in self.hands.items() for trouble in hand.troubles]


@contextmanager
def empty_stage(browser: Browser, folder: Path, database: str, first_day: dt.date) -> Iterator[Stage]:
    """An installation with nothing in it, on SQLite or PostgreSQL, served until the story ends."""
    port = free_port()
    env = environment(folder / "data", "", mode="development", clock=first_day.isoformat(), port=port)
    env |= new_postgresql() if database == "postgresql" else {}
    server = start(env, port, log=folder / "server.log")
    stage = Stage(server, browser, folder)
    try:
        yield stage
    except Exception as broken:
        for who, hand in stage.hands.items():
            broken.add_note(f"{who} is at {hand.tab.url} {hand.troubles or ''}")
        raise
    finally:
        for hand in stage.hands.values():
            hand.closes()
        server.stop()
