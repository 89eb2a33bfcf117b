"""What must be done before some pages are there: a meeting that runs, a report, a story, an invitation."""

from __future__ import annotations

from tests.server import Server

from .tour import Tour


def act(server: Server, tour: Tour) -> None:
    """Do it, and walk on from where it leads."""
