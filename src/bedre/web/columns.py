"""Writes `columns.css`: places in grids by number. The content security policy forbids style in a tag, so the sheet knows them all.

Run as `python -m bedre.web.columns` when more are needed; a test keeps the file as this module writes it.
"""

from __future__ import annotations

from pathlib import Path

SHEET = Path(__file__).resolve().parent / "static" / "web" / "css" / "bd" / "columns.css"
WEEKS, ROWS, MINUTES = 60, 12, 60

HEAD = """\
/* Places by number, since no tag may carry style. Written by `python -m bedre.web.columns`.
   data-col: first column, data-to: the column after the last, data-weeks: how many, data-row, data-grow: share of a line. */
"""


def sheet() -> str:
    """The whole style sheet, one number a line."""
    columns = (
        f'[data-col="{n}"] {{ grid-column-start: {n}; }} [data-to="{n}"] {{ grid-column-end: {n}; }}'
        for n in range(1, WEEKS + 2)
    )
    weeks = (f'[data-weeks="{n}"] {{ --weeks: {n}; }}' for n in range(1, WEEKS + 1))
    rows = (f'[data-row="{n}"] {{ grid-row: {n}; }}' for n in range(1, ROWS + 1))
    shares = (f'[data-grow="{n}"] {{ flex-grow: {n}; }}' for n in range(1, MINUTES + 1))
    return HEAD + "\n".join([*columns, *weeks, *rows, *shares]) + "\n"


if __name__ == "__main__":
    SHEET.write_text(sheet(), encoding="utf-8")
