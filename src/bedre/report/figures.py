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
    """A count with its denominator (None: it has none)."""

    label: str
    value: int
    of: int | None = None


@dataclass(frozen=True)
class Row:
    """Hours a week of one unit, or of all together, as decimal texts so that nothing is rounded."""

    name: str
    identified: str
    agreed: str
    realised: str
    secured: str


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

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Figures:
        """From what `to_json` gave."""
        given = dict(data)
        given["counts"] = [Figure(**row) for row in given["counts"]]
        given["rows"] = [Row(**row) for row in given["rows"]]
        for name, kind in (("together", Row), ("fte", Row), ("coverage", Figure)):
            given[name] = kind(**given[name])
        return cls(**given)

    @property
    def date(self) -> dt.date:
        """The date the figures are as of."""
        return dt.date.fromisoformat(self.as_of)


def checksum(figures: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """SHA-256 over figures and texts in canonical JSON (sorted keys, no blanks, UTF-8), in hexadecimal."""
    canonical = json.dumps({"figures": figures, "texts": texts}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def code(digest: str) -> str:
    """The checksum's first eight digits as they stand at the foot of a page: «7f3a 91c2»."""
    return f"{digest[:4]} {digest[4:8]}"
