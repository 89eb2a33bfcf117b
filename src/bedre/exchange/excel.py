"""Reading the first sheet of an .xlsx, with bounds that no honest list reaches."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from .sheet import MOST_ROWS, BadFile, Cell, Sheet, Tick, as_sheet

MOST_UNPACKED = 200 * 1024 * 1024
MOST_COLUMNS = 60


def read_excel(data: bytes, tick: Tick) -> Sheet:
    """Headings and rows of the first sheet. Raises BadFile for what is no Excel file, or one that swells when it is opened."""
    try:
        _check_size(data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            return as_sheet(_lines(book.worksheets[0], tick))
        finally:
            book.close()
    except BadFile:
        raise
    except Exception as error:  # openpyxl raises whatever the file's fault makes it stumble over
        raise BadFile(_("The Excel file cannot be opened. Save it anew as .xlsx.")) from error


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            raise BadFile(_("The Excel file holds too much. Take out sheets and pictures that are not needed."))


def _lines(sheet: Any, tick: Tick) -> list[tuple[int, list[Cell]]]:
    lines = []
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS * 2, max_col=MOST_COLUMNS), 1):
        cells = [_cell(cell) for cell in row]
        if any(cell.text or cell.formula for cell in cells):
            lines.append((number, cells))
        tick(number)
    return lines


def _cell(cell: Any) -> Cell:
    if getattr(cell, "data_type", "") == "f":
        return Cell(formula=True)
    return Cell(_text(cell.value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value).strip()
