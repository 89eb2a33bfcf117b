"""The columns that an import knows, by the headings people may have given them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel.text import clean

from .sheet import BadFile, Sheet

GARBLED = re.compile("[\ufffd¿]|Ã[¦¸¥†˜…]")
"""What becomes of Norwegian letters that were read in the wrong encoding on their way here: «BjÃ¸rn», «Bj¿rn»."""


@dataclass(frozen=True)
class Column:
    """A column: the heading we write, other headings we know (compared without case and marks), and what it is for."""

    key: str
    heading: str
    also: tuple[str, ...]
    what: Any
    required: bool = False


@dataclass
class Line:
    """A row of the file by column key, with what is wrong with it: (heading, sentence)."""

    number: int
    values: dict[str, str]
    faults: list[tuple[str, str]] = field(default_factory=list)

    def fault(self, heading: str, sentence: str) -> None:
        """Note that something is wrong in a column."""
        self.faults.append((heading, sentence))


def packed(found: list[Line]) -> bytes:
    """Rows as they were read, so that a large file is read once."""
    return json.dumps([asdict(line) for line in found], ensure_ascii=False).encode()


def unpacked(data: bytes) -> list[Line]:
    """The rows of `packed`."""
    return [
        Line(row["number"], row["values"], [(heading, sentence) for heading, sentence in row["faults"]])
        for row in json.loads(data)
    ]


UNITS = [
    Column("code", "Kode", ("code", "enhetskode", "einingskode", "id", "nummer", "orgkode"), gettext_lazy("Your own code for the unit. The key: the same code is the same unit."), True),
    Column("name", "Navn", ("namn", "name", "enhet", "eining", "enhetsnavn"), gettext_lazy("The unit's name."), True),
    Column("parent", "Over", ("overordnet", "overordna", "ligger under", "parent", "over kode", "overordnet kode"), gettext_lazy("Code of the unit above. Empty: at the top.")),
    Column("kind", "Type", ("slag", "kind"), gettext_lazy("Kind of unit, see the list.")),
    Column("counts", "Teller", ("tel", "teller i totalen", "counts", "teller med"), gettext_lazy("ja when the unit counts in the total.")),
    Column("headcount", "Ansatte", ("tilsette", "antall ansatte", "headcount", "employees"), gettext_lazy("Number of employees.")),
    Column("fte", "Årsverk", ("arsverk", "fte", "stillinger"), gettext_lazy("Årsverk, with comma: 17,5.")),
    Column("hours_kind", "Arbeidstid", ("hours kind", "working time"), gettext_lazy("Kind of working time, see the list.")),
]  # fmt: skip
PEOPLE = [
    Column("number", "Ansattnummer", ("ansattnr", "tilsettnummer", "employee number", "nummer", "ressursnr", "ressursnummer"), gettext_lazy("The key: the same number is the same person."), True),
    Column("name", "Navn", ("namn", "name", "fullt navn"), gettext_lazy("First name and surname."), True),
    Column("email", "E-post", ("epost", "email", "e-mail", "mail"), gettext_lazy("May be empty.")),
    Column("language", "Språk", ("sprak", "målform", "language"), gettext_lazy("nb, nn or en. Empty: as the municipality.")),
    *(
        column
        for n in ("", " 2", " 3")
        for column in (
            Column(f"unit{n.strip()}", f"Enhet{n}", (f"eining{n}", f"enhetskode{n}", f"unit{n}", f"unit code{n}"), gettext_lazy("Code of the unit where the role is held.")),
            Column(f"role{n.strip()}", f"Rolle{n}", (f"role{n}",), gettext_lazy("The role, see the list. Empty with a unit: employee.")),
        )
    ),
]  # fmt: skip
COLUMNS = {"units": UNITS, "people": PEOPLE}


def plain(heading: str) -> str:
    """A heading without case, marks and double spaces, to compare by."""
    return re.sub(r"[^0-9a-zæøåäö]+", " ", heading.casefold().replace("*", "")).strip()


def lines(sheet: Sheet, columns: list[Column]) -> list[Line]:
    """The sheet's rows by column. Raises BadFile when a required column is missing or a column stands twice."""
    places = _places(sheet.headings, columns)
    found = []
    for number, cells in sheet.rows:
        line = Line(number, {})
        for column, place in places.items():
            cell = cells[place] if place < len(cells) else None
            line.values[column.key] = re.sub(r"\s+", " ", clean(cell.text)) if cell else ""
            if cell and cell.formula:
                line.fault(column.heading, _("Holds a formula. Write the value itself (copy, paste as values)."))
            if cell and GARBLED.search(cell.text):
                line.fault(column.heading, _("Letters are broken. Save the list anew as .xlsx, or as “CSV UTF-8”."))
        found.append(line)
    return found


def _places(headings: list[str], columns: list[Column]) -> dict[Column, int]:
    there = [plain(heading) for heading in headings]
    places = {}
    for column in columns:
        known = {plain(name) for name in (column.heading, *column.also)}
        at = [n for n, heading in enumerate(there) if heading in known]
        if len(at) > 1:
            raise BadFile(_("The column “%(name)s” stands twice.") % {"name": column.heading})
        if at:
            places[column] = at[0]
    _check_required(columns, places)
    return places


def _check_required(columns: list[Column], places: Iterable[Column]) -> None:
    missing = [column.heading for column in columns if column.required and column not in places]
    if missing:
        told = {"names": ", ".join(missing)}
        raise BadFile(_("A column is missing: %(names)s. The headings must stand in the first row.") % told)


def check_twice(found: list[Line], key: str, heading: str) -> None:
    """Note every row whose key stands in another row too."""
    rows: dict[str, list[int]] = {}
    for line in found:
        if value := line.values.get(key, ""):
            rows.setdefault(value.casefold(), []).append(line.number)
    for line in found:
        same = [number for number in rows.get(line.values.get(key, "").casefold(), []) if number != line.number]
        if same:
            line.fault(heading, _("Stands in row %(row)s too.") % {"row": ", ".join(map(str, same[:5]))})


def word(line: Line, column: Column, value: str, known: dict[str, str], otherwise: str = "") -> str:
    """The code of a word such as «skole»; `otherwise` for nothing; notes a fault for a word that is not known."""
    if not value:
        return otherwise
    if found := known.get(plain(value)):
        return found
    line.fault(column.heading, _("“%(word)s” is not known. See the list in the template.") % {"word": value[:60]})
    return otherwise


def by_key(columns: list[Column]) -> Callable[[str], Column]:
    """Looks a column up by its key."""
    named = {column.key: column for column in columns}
    return named.__getitem__
