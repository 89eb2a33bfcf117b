"""The table of places where packages meet, at the end of docs/architecture.md, says what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps

from bedre.config import housekeeping  # noqa: F401  (the background work imports it)
from bedre.files import rules as files
from bedre.kernel import events, tick
from bedre.people import privacy
from bedre.web import slots

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "bedre"
ASKED_FOR = re.compile(r"""(?:\{% slot |slots\.fill\()"([\w.]+)\"""")


def test_the_table_of_meeting_places_is_the_code():
    written = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("## Where packages meet")[2]
    rows = [line for line in written.splitlines() if line.startswith("| `")]
    assert rows == list(meeting_places())


def test_every_place_on_a_page_is_filled():
    filled = {place for place, by in slots.places().items() if by and by[0].startswith("bedre.")}
    assert filled == asked_for()


def meeting_places() -> Iterator[str]:
    """The rows of the table, as the code has them."""
    filled = slots.places()
    for place in sorted(asked_for()):
        yield row(place, "place on a page", [name(text) for text in filled.get(place, [])])
    for kind, registered in (
        ("in the verb's transaction", events._reactions),
        ("after the commit, retried", events._consumers),
    ):
        for verb, fns in sorted(registered.items()):
            if ours := [fn for fn in fns if fn.__module__.startswith("bedre.")]:
                yield row(verb, kind, [dotted(fn) for fn in ours])
    for job in sorted((job for job in tick.jobs.values() if job.name.startswith("bedre.")), key=lambda job: job.name):
        yield row(job.name.removeprefix("bedre."), f"every {job.pause.total_seconds() / 3600:g} hours", [name(job.name)])
    for owner, (_path, action) in sorted(files._guards.items()):
        yield row(owner, "who may see its files", [action])
    for key, kept in sorted(privacy.table.items()):
        if kept.forget is not None:
            yield row(key, "forgotten in time", [dotted(kept.forget)])
    for model in sorted((m for m in apps.get_models() if hasattr(m, "redacted")), key=lambda m: m._meta.label_lower):
        yield row(model._meta.label_lower, "mends itself when redacted", [dotted(model.redacted)])


def asked_for() -> set[str]:
    """Every place that a page offers."""
    return {
        found
        for path in [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py")]
        for found in ASKED_FOR.findall(path.read_text(encoding="utf-8"))
        if path.name != "places.py"
    }


def row(place: str, kind: str, by: list[str]) -> str:
    """One line of the table."""
    return f"| `{place}` | {kind} | {', '.join(f'`{text}`' for text in by)} |"


def dotted(fn: Any) -> str:
    """Where a function is, without the house's name."""
    return name(f"{fn.__module__}.{fn.__qualname__}")


def name(text: str) -> str:
    """A dotted name without the house's, and without what is inside a function."""
    return text.removeprefix("bedre.").partition(".<locals>")[0]
