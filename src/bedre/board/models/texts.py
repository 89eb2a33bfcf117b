"""What people type on a card, and how long it may be."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError
from bedre.kernel.text import clean

LONGEST_TITLE, LONGEST_TEXT = 200, 10_000


def typed(fields: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    """The fields of these names cleaned and within their limits (a title is short); others as they are."""
    limits = {"title": short}
    return {name: limits.get(name, long)(value) if name in names else value for name, value in fields.items()}


def short(text: str) -> str:
    """A title, cleaned. Raises DomainError when it is empty or too long."""
    text = clean(text)
    if not text:
        raise DomainError(_("Write a title. One sentence is enough."))
    if len(text) > LONGEST_TITLE:
        raise DomainError(
            _("The title has %(n)d characters; at most %(most)d fit on a card.") % {"n": len(text), "most": LONGEST_TITLE}
        )
    return text


def long(text: str) -> str:
    """A text, cleaned. Raises DomainError when it is too long."""
    text = clean(text)
    if len(text) > LONGEST_TEXT:
        raise DomainError(_("The text has %(n)d characters; at most %(most)d fit.") % {"n": len(text), "most": LONGEST_TEXT})
    return text
