"""Finds message ids in Python and templates that a catalogue lacks, with Django's own lexers and no gettext tools."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
TEMPLATE_CALL = re.compile(r"\b(?:gettext|_|ngettext)\((?:u)?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")


def in_python(source: str) -> Iterator[str]:
    """Message ids in a Python file: the first literal of each translating call."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]) if name in CALLS:
                yield text


def in_template(source: str) -> Iterator[str]:
    """Message ids in a template, as Django's own tool turns it into Python-like text."""
    for match in TEMPLATE_CALL.finditer(templatize(source)):
        yield ast.literal_eval(match.group(1))


def known(app: Path) -> set[str]:
    """Ids in the app's Bokmål catalogue; the other language is compared with it elsewhere."""
    path = app / "locale" / "nb" / "LC_MESSAGES" / "django.po"
    return {entry.msgid for entry in polib.pofile(str(path))} if path.exists() else set()


def missing(package: Path) -> Iterator[str]:
    """One line for each id that its app's catalogue lacks."""
    for app in sorted(path.parent for path in package.glob("*/apps.py")) + [package / "config"]:
        ids = {
            (text, path) for path in app.rglob("*.py") if "migrations" not in path.parts for text in in_python(path.read_text())
        }
        ids |= {(text, path) for path in app.rglob("*.html") for text in in_template(path.read_text())}
        ids |= {(text, path) for path in app.rglob("templates/**/*.txt") for text in in_template(path.read_text())}
        have = known(app)
        yield from sorted(
            f"{path.relative_to(package)}: not translated: {text!r}" for text, path in ids if text and text not in have
        )
