"""Compile the translations: every `django.po` becomes the `.mo` that Django reads. Run as `python -m bedre.config.messages`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGES = ("nb", "nn")


def catalogues() -> Iterator[Path]:
    """Every message file of the project, by app and language."""
    yield from sorted(PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"))


def compile_all() -> int:
    """Compile what is newer than its `.mo` and return how many were."""
    stale = [path for path in catalogues() if not _fresh(path)]
    for path in stale:
        half = path.with_suffix(".mo.part")  # a program that starts just now reads the old one or the new one, never half
        polib.pofile(str(path)).save_as_mofile(str(half))
        half.replace(path.with_suffix(".mo"))
    return len(stale)


def problems() -> list[str]:
    """One line per message that is empty or fuzzy, or stands in one language only."""
    found: list[str] = []
    for app in sorted({path.parents[2] for path in catalogues()}):
        ids = {language: _ids(app / language / "LC_MESSAGES" / "django.po", found) for language in LANGUAGES}
        found += [f"{app.parent.name}: only in one language: {text!r}" for text in ids["nb"] ^ ids["nn"]]
    return found


def _ids(path: Path, found: list[str]) -> set[str]:
    if not path.exists():
        found.append(f"missing: {path.relative_to(PACKAGE)}")
        return set()
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    found += [
        f"{path.relative_to(PACKAGE)}: {entry.msgid!r}" for entry in entries if "fuzzy" in entry.flags or not _said(entry)
    ]
    return {entry.msgid for entry in entries}


def _said(entry: polib.POEntry) -> bool:
    return all(entry.msgstr_plural.values()) and len(entry.msgstr_plural) == 2 if entry.msgid_plural else bool(entry.msgstr)


def _fresh(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime


if __name__ == "__main__":
    compile_all()
