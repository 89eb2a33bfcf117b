"""The figures of a report as plain data: what is frozen, hashed and shown. No database."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A count with its denominator (None: it has none). `key` is the method's word for what is counted."""

    label: str
    value: int
    of: int | None = None
    key: str = ""


@dataclass(frozen=True)
class Row:
    """Hours a week of one unit, or of all together, as decimal texts so that nothing is rounded."""

    name: str
    identified: str
    agreed: str
    realised: str
    secured: str


@dataclass(frozen=True)
class Step:
    """From a date on: hours a week added up, as decimal texts."""

    on: str
    identified: str
    agreed: str
    realised: str


@dataclass(frozen=True)
class WaveFigure:
    """A wave that had begun: how many of its units had held all course days."""

    name: str
    starts_on: str
    trained: int
    units: int


@dataclass(frozen=True)
class Figures:
    """Everything that a report counts, with the pair of dates it is a function of and where it comes from."""

    as_of: str
    known_at: str
    title: str
    counts: list[Figure]
    rows: list[Row]
    together: Row
    fte: Row
    coverage: Figure
    notes: list[str] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    waves: list[WaveFigure] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Figures:
        """From what `to_json` gave."""
        given = dict(data)
        for name, many in (("counts", Figure), ("rows", Row), ("steps", Step), ("waves", WaveFigure)):
            given[name] = [many(**row) for row in given.get(name, [])]
        for name, one in (("together", Row), ("fte", Row), ("coverage", Figure)):
            given[name] = one(**given[name])
        return cls(**given)

    @property
    def date(self) -> dt.date:
        """The date the figures are as of."""
        return dt.date.fromisoformat(self.as_of)

    def count(self, key: str) -> Figure | None:
        """The count of one thing by the method's word for it, or None where the method does not ask for it."""
        return next((figure for figure in self.counts if figure.key == key), None)


def checksum(figures: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """SHA-256 over figures and texts in canonical JSON (sorted keys, no blanks, UTF-8), in hexadecimal."""
    canonical = json.dumps({"figures": figures, "texts": texts}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def code(digest: str) -> str:
    """The checksum's first eight digits as they stand at the foot of a page: «7f3a 91c2»."""
    return f"{digest[:4]} {digest[4:8]}"
