"""What people type: kept exactly, but for what no screen can show."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_ELEVEN = re.compile(r"(?<!\d)(\d{6})[ .-]?(\d{5})(?!\d)")
_PHONE = re.compile(
    r"(?<![\d/.-])(?:(?:\+|00)47[ ]?)?(?:[2-79]\d[ ]?\d\d[ ]?\d\d[ ]?\d\d|[489]\d\d[ ]\d\d[ ]\d\d\d)(?![\d/.-])"
)


def clean(value: str) -> str:
    """Normalise to NFC and drop control characters; emoji, right-to-left text and Sámi letters stay as they are."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def whole(value: str | None) -> int | None:
    """A whole number as an address or a form without fields brought it; None for what is none, or has more digits than a column holds."""
    return int(value) if value and value.isdecimal() and len(value) <= 9 else None


def warn_personal(value: str) -> str | None:
    """`"identity"` when the text seems to hold an 11-digit national identity number, `"phone"` for a phone number, else None."""
    if any(_is_identity(a + b) for a, b in _ELEVEN.findall(value)):
        return "identity"
    return "phone" if _PHONE.search(value) else None


def _is_identity(digits: str) -> bool:
    """Day 01–31 (D-number: +40) and month 01–12 (synthetic: +40 or +80); control digits are not asked for: a slip counts too."""
    day, month = int(digits[:2]) % 40, int(digits[2:4]) % 40
    return 1 <= day <= 31 and 1 <= month <= 12
