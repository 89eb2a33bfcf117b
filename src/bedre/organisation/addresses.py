"""Short addresses and prefixes of units: free, readable, and never in the way of a page."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from django.conf import settings
from django.urls import get_resolver
from django.utils.text import slugify

LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "Æ": "Ae", "Ø": "O", "Å": "A", "Đ": "D", "Ŋ": "N"}
)
ALWAYS = frozenset({"ny", "nytt", "alle", "admin", "api", "static", "media"})


@lru_cache(maxsize=1)
def reserved() -> frozenset[str]:
    """First parts of the paths of all pages inside a municipality: no unit may be called so."""
    words = {
        re.split(r"[/<(]", str(entry.pattern).lstrip("^"))[0] for entry in _patterns(get_resolver(settings.TENANT_URLCONF))
    }
    return frozenset(word for word in words if word) | ALWAYS


def _patterns(resolver):
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns") and not str(entry.pattern):
            yield from _patterns(entry)
        else:
            yield entry


def as_slug(name: str) -> str:
    """A name as part of an address: «Bergsodden sykehjem» → bergsodden-sykehjem. Sámi and Norwegian letters lose their marks."""
    return slugify(name.translate(LETTERS))[:70].strip("-")


def free_slug(name: str, taken: Collection[str]) -> str:
    """An address for a name that is neither reserved nor taken; a number is put after it where needed."""
    base = as_slug(name) or "enhet"
    return _first_free(base, lambda candidate: candidate not in taken and candidate not in reserved(), "-")


def free_prefix(name: str, taken: Collection[str]) -> str:
    """Up to four capital letters for the number of a unit's improvements: «Ihle skole» → IS, then IS2."""
    words = re.findall(r"[a-z0-9]+", as_slug(name).replace("-", " "))
    letters = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:3]
    return _first_free((letters.upper() or "E")[:4], lambda candidate: candidate not in taken, "")


def _first_free(base: str, is_free, joiner: str) -> str:
    candidate, number = base, 1
    while not is_free(candidate):
        number += 1
        candidate = f"{base}{joiner}{number}"
    return candidate
