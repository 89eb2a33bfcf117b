"""The 357 municipalities by number and official names, as a list to choose from."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True)
class OfficialMunicipality:
    """A row of the national list; `label` adds the county where two share a name."""

    number: str
    name_official: str
    name: str
    county: str
    label: str


@lru_cache(maxsize=1)
def official() -> tuple[OfficialMunicipality, ...]:
    """All municipalities valid from 2024 (Kartverket), by label."""
    with files("bedre.organisation").joinpath("data/kommuner.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    twice = Counter(row["navnevarianter"].split("|")[0] for row in rows)
    return tuple(sorted((_row(row, twice) for row in rows), key=lambda m: m.label))


def _row(row: dict[str, str], twice: Counter[str]) -> OfficialMunicipality:
    name = row["navnevarianter"].split("|")[0]
    shown = row["kommunenavn"]
    county = row["fylkesnavn"].split(" - ")[0]
    label = f"{shown} ({county})" if twice[name] > 1 else shown
    return OfficialMunicipality(row["kommunenummer"], shown, name, row["fylkesnavn"], label)
