"""The file to fill in: headings on the first sheet, what they mean and which words they take on the second."""

from __future__ import annotations

import io
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bedre.organisation.words import hours_choices, kinds
from bedre.people.models import RoleKind
from bedre.people.titles import titles

from .columns import COLUMNS


def template(kind: str) -> bytes:
    """An .xlsx for units or people."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Units") if kind == "units" else _("People")
    sheet.append([column.heading for column in COLUMNS[kind]])
    _tidy(sheet, [22] * len(COLUMNS[kind]))
    _explain(book.create_sheet(_("Explanation")), kind)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _explain(sheet: Any, kind: str) -> None:
    sheet.append([_("Heading"), _("Must be there"), _("What it is for")])
    for column in COLUMNS[kind]:
        sheet.append([column.heading, _("yes") if column.required else "", str(column.what)])
    sheet.append([])
    for title, words in lists(kind):
        sheet.append([title])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for word in words:
            sheet.append(["", "", word])
    _tidy(sheet, [22, 16, 70])


def lists(kind: str) -> list[tuple[str, list[str]]]:
    """The words that some columns take, under a title each. One query."""
    if kind == "units":
        return [
            (_("Kinds of unit"), list(kinds().values())),
            (_("Kinds of working time"), [name for _code, name in hours_choices()]),
        ]
    return [(_("Roles"), [said.title for key, said in titles().items() if key != RoleKind.ADVISER])]


def _tidy(sheet: Any, widths: list[int]) -> None:
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.number_format = "@"
    sheet.freeze_panes = "A2"
