"""A text of a method in the languages it was written in."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class Words:
    """The same text in Bokmål, Nynorsk and perhaps English. `str()` gives the reader's language, falling back to Bokmål."""

    nb: str
    nn: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """The text in a language, or in Bokmål when it was not written in it."""
        return getattr(self, language, "") or self.nb

    def __str__(self) -> str:
        return self.in_language((get_language() or "nb")[:2])

    def __bool__(self) -> bool:
        return bool(self.nb)
