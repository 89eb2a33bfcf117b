"""Reading a text file with columns: whatever encoding and whatever stands between the columns."""

from __future__ import annotations

import codecs
import csv
import io
import re

from django.utils.translation import gettext as _

from .sheet import BadFile, Cell, Sheet, as_sheet

SEPARATORS = ";\t,|"
MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
]  # fmt: skip
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_text(data: bytes) -> Sheet:
    """Headings and rows. Raises BadFile for what is no text."""
    text = decode(data)
    if _UNSEEN.search(text):
        raise BadFile(_("This is not a list of rows. Save it as .xlsx or .csv."))
    separator = _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False))
    except csv.Error as error:
        raise BadFile(_("The file cannot be read as columns. Save it as .xlsx.")) from error
    return as_sheet([(number, [_cell(value) for value in row]) for number, row in enumerate(rows, 1)])


def decode(data: bytes) -> str:
    """Text from bytes: by its mark, as UTF-8, as UTF-16 without a mark, else as Windows writes Norwegian. Raises BadFile."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:200]:
        return _strictly(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "cp1252")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadFile(_("The letters of the file cannot be read. Save it as “CSV UTF-8”.")) from error


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=first.count)


def _cell(value: str) -> Cell:
    """A value that starts as a formula is one: no program shall reckon with what we were sent."""
    value = value.strip()
    return Cell(formula=True) if value.startswith("=") else Cell(value)
