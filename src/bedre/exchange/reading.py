"""Reading a file of rows, from Excel or as text, whatever wrote it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .excel import read_excel
from .sheet import BadFile, Sheet, Tick
from .text import read_text

MOST_BYTES = 10 * 1024 * 1024
ZIP, OLD_OFFICE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"


def read(name: str, data: bytes, tick: Tick = lambda rows: None) -> Sheet:
    """The first sheet of an .xlsx, or a text file with columns; `tick` is told each row. Raises BadFile with a sentence."""
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
