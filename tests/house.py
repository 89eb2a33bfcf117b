"""What may never be committed, and what must be complete. Run by `bin/check`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bedre.config import messages

ROOT = Path(__file__).resolve().parent.parent
HOSTS = re.compile(r"https?://(?:files\.pythonhosted|pypi|registry\.npmjs|deb\.debian)\S*")
INLINE = re.compile(
    r"<style|\sstyle=|\son(?:click|change|submit|load|input|key\w+)=|<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE
)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|(?i:secret|password|token)\w*[\"']?\s*[=:]\s*[\"'](?=\S*\d)[\w+/-]{24,}[\"']"
)
CDN = re.compile(r"(?:src|href)=[\"']https?://")


def tracked(*patterns: str) -> Iterator[Path]:
    """Files that git keeps or would keep."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")  # noqa: S603
    yield from (ROOT / name for name in names if name and (ROOT / name).is_file())


def matches(pattern: re.Pattern[str], what: str, files: Iterator[Path]) -> Iterator[str]:
    """One line for each place where the pattern stands."""
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {what}"


def untranslated() -> Iterator[str]:
    """Message ids in the source that no catalogue of their app has."""
    from tests.message_ids import missing

    yield from missing(ROOT / "src" / "bedre")


def unprinted() -> Iterator[str]:
    """Whether the printed table of who may do what is the one that the tests walk."""
    from tests.permissions.__main__ import printed

    if (ROOT / "docs" / "permissions.md").read_text(encoding="utf-8") != printed():
        yield "docs/permissions.md differs from its table: python -m tests.permissions > docs/permissions.md"


def broken_links() -> Iterator[str]:
    """Links of the documents to files and pictures that are not there."""
    for path in tracked("*.md"):
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            if not (path.parent / target).exists():
                yield f"{path.relative_to(ROOT)}: links to {target}, which is not there"


def problems() -> list[str]:
    """Every fault, one line each."""
    return [
        *matches(HOSTS, "names a registry's host", tracked("requirements/*", "package-lock.json", ".npmrc")),
        *matches(INLINE, "inline script or style", tracked("src/**/*.html")),
        *matches(
            SECRET, "looks like a secret", tracked("*.py", "*.html", "*.js", "*.toml", "*.y*ml", "*.md", "bin/*", ".ci/*")
        ),
        *matches(CDN, "something from another host", tracked("src/**/templates/**/*.html")),
        *(f"translation: {line}" for line in messages.problems()),
        *untranslated(),
        *broken_links(),
        *unprinted(),
    ]


def questions() -> Iterator[str]:
    """Files that have grown so long that they may be two. Asked, not refused."""
    for patterns, most in ((("*.py",), 300), (("src/**/*.html",), 120), (("src/bedre/web/static/web/**/*.js",), 150)):
        for path in tracked(*patterns):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > most and "migrations" not in path.parts:
                yield f"{path.relative_to(ROOT)} has {lines} lines; may it be two?"


if __name__ == "__main__":
    found = list(questions()) if "--questions" in sys.argv else problems()
    print("\n".join(found))
    sys.exit(bool(found) and "--questions" not in sys.argv)
