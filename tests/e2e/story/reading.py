"""Reads a report's figures back from the files that were downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from docx import Document
from pypdf import PdfReader

FIGURE = r":? (\d+ av \d+|\d+(?:,\d)?(?: \d+(?:,\d)?)*)"


def of_pdf(path: Path) -> str:
    """The words of a PDF, one space between them."""
    return _plain(page.extract_text() for page in PdfReader(path).pages)


def of_word(path: Path) -> str:
    """The words of a Word document with its tables, one space between them."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return _plain([*(paragraph.text for paragraph in document.paragraphs), *cells])


def figures(text: str, names: Iterable[str]) -> dict[str, str | None]:
    """What stands after each name, the last time it is named with a figure."""
    return {name: (re.findall(re.escape(name) + FIGURE, text) or [None])[-1] for name in names}


def _plain(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split())
