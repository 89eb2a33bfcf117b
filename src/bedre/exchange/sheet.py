"""A file of rows, from Excel or as text, whatever wrote it: headings and cells as text, or one sentence about what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
Tick = Callable[[int], None]
ZIP, OLD_OFFICE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


class BadFile(DomainError):
    """A file that cannot be read; the message says what to do."""

    status = 422


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, as text; `formula` when it is reckoned and not written."""

    text: str = ""
    formula: bool = False


@dataclass(frozen=True)
class Sheet:
    """Headings, and rows with the number that Excel shows beside them."""

    headings: list[str]
    rows: list[tuple[int, list[Cell]]]


def read(name: str, data: bytes, tick: Tick = lambda rows: None) -> Sheet:
    """The first sheet of an .xlsx, or a text file with columns; `tick` is told each row. Raises BadFile with a sentence."""
    from .excel import read_excel
    from .text import read_text

    if not data.strip(b"\x00 \r\n\t\xff\xfe\xef\xbb\xbf"):
        raise BadFile(_("The file is empty."))
    if len(data) > MOST_BYTES:
        raise BadFile(_("The file is larger than 10 MB. Take out sheets and pictures that are not needed."))
    if data.startswith(ZIP):
        return read_excel(data, tick)
    if data.startswith(OLD_OFFICE):
        raise BadFile(_("This is an old Excel file, or one with a password. Save it as .xlsx without a password."))
    if data.startswith(PDF):
        raise BadFile(_("This is a PDF. Save the list as .xlsx or .csv."))
    if name.lower().endswith((".xlsx", ".xls")):
        raise BadFile(_("The file is called Excel, but is not. Open it and save it as .xlsx, or call it .csv if it is text."))
    return read_text(data)


def as_sheet(lines: list[tuple[int, list[Cell]]]) -> Sheet:
    """The first line that is not empty is the headings; empty lines after it are passed over. Raises BadFile."""
    filled = [(number, cells) for number, cells in lines if any(cell.text or cell.formula for cell in cells)]
    if not filled:
        raise BadFile(_("The file is empty."))
    if len(filled) == 1:
        raise BadFile(_("The file has headings, but no rows under them."))
    if len(filled) > MOST_ROWS:
        raise BadFile(_("The file has more than 20,000 rows. Divide it."))
    return Sheet([cell.text for cell in filled[0][1]], filled[1:])
