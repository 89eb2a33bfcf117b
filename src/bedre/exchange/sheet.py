"""A file of rows: headings and cells as text, or one sentence about what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError

MOST_ROWS = 20_000
Tick = Callable[[int], None]


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
