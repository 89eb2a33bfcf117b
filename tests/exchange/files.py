"""Files for the tests of imports."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook

UNITS = [
    ["Kode", "Navn", "Over", "Type", "Teller", "Ansatte", "Årsverk"],
    ["10", "Oppvekst", "", "Sektor", "nei", "", ""],
    ["11", "Ihle skole", "10", "Skole", "ja", 31, "24,5"],
    ["12", "Sommerbakken barnehage", "10", "Barnehage", "ja", 18, 15],
]
PEOPLE = [
    ["Ansattnummer", "Navn", "E-post", "Enhet", "Rolle"],
    ["1001", "Enhetsleder Øst", "ost@example.org", "bergsodden-sykehjem", "Enhetsleder"],
    ["1002", "Sykepleier Nord", "", "bergsodden-sykehjem", ""],
    ["1003", "Koordinator", "", "", "Koordinator"],
]


def excel(rows: list[list[Any]]) -> bytes:
    """Rows as an .xlsx."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def text(rows: list[list[Any]], encoding: str = "utf-8", separator: str = ";") -> bytes:
    """Rows as a text file."""
    return "\r\n".join(separator.join(map(str, row)) for row in rows).encode(encoding)
