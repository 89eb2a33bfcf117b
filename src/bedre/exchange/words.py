"""The words for kinds and roles that a file may use: in every language, and as codes."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import translation

from bedre.organisation.models import HoursPerFte, UnitKind
from bedre.organisation.words import hours_kinds, kinds
from bedre.people.titles import titles

from .columns import plain

YES, NO = {"ja", "j", "x", "1", "yes", "true", "sann"}, {"", "nei", "n", "0", "no", "false", "usann"}


def unit_kinds() -> dict[str, str]:
    """Plain word → kind of unit."""
    return _in_all(kinds) | {plain(kind): str(kind) for kind in UnitKind.values}


def working_times() -> dict[str, str]:
    """Plain word → kind of working time that this municipality has hours for. One query."""
    there = set(HoursPerFte.objects.values_list("kind", flat=True))
    words = _in_all(hours_kinds) | {plain(kind): kind for kind in there}
    return {word: kind for word, kind in words.items() if kind in there}


def roles() -> dict[str, str]:
    """Plain word → kind of role."""
    return _in_all(lambda: {kind: said.title for kind, said in titles().items()}) | {plain(kind): kind for kind in titles()}


def _in_all(told: Callable[[], dict[str, str]]) -> dict[str, str]:
    words = {}
    for language in ("en", "nn", "nb"):
        with translation.override(language):
            words.update({plain(str(word)): str(code) for code, word in told().items()})
    return words
