"""What an import will do, row by row, before anything is written."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .columns import Line

NEW, CHANGED, SAME, FAULTY = "new", "changed", "same", "faulty"


@dataclass
class Fate:
    """What happens to a row: new, changed, the same (with [what, was, becomes]), or faulty (with [column, sentence])."""

    row: int
    key: str
    name: str
    fate: str
    what: list[list[str]] = field(default_factory=list)
    faults: list[list[str]] = field(default_factory=list)


@dataclass
class Plan:
    """The fates of all rows, and for each that changes something what to write (`do`, by row number)."""

    fates: list[Fate]
    do: dict[int, dict[str, Any]]

    @property
    def counts(self) -> Counter[str]:
        """How many rows of each fate."""
        return Counter(fate.fate for fate in self.fates)

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong; then nothing may be written."""
        return any(fate.faults for fate in self.fates)

    def stored(self) -> list[dict[str, Any]]:
        """As JSON."""
        return [asdict(fate) for fate in self.fates]

    def digest(self) -> str:
        """The same for two plans that would do the same."""
        return hashlib.sha256(json.dumps(self.stored(), sort_keys=True).encode()).hexdigest()


def fate_of(line: Line, key: str, new: bool, what: list[list[str]]) -> Fate:
    """Put a row's fate together; a fault beats everything."""
    fate = FAULTY if line.faults else NEW if new else CHANGED if what else SAME
    faults = [list(fault) for fault in line.faults]
    return Fate(line.number, key, line.values.get("name", ""), fate, [] if faults else what, faults)


def difference(what: str, was: Any, becomes: Any) -> list[list[str]]:
    """[[what, was, becomes]] when they differ, else nothing."""
    return [] if was == becomes else [[what, _shown(was), _shown(becomes)]]


def _shown(value: Any) -> str:
    if value is None or value == "":
        return _("empty")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value).replace(".", ",") if not isinstance(value, str) else value
