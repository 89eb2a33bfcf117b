"""From the text of a method to a valid `Method`, or to every fault in it with its line. The format: docs/method-format.md."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from . import whole
from .built import build
from .lines import MAX_BYTES, Path, read
from .parts import Method
from .problem import MethodError, Problem
from .sentences import say
from .unreadable import UnreadableError

__all__ = ["MethodError", "Problem", "checksum", "parse", "schema", "schema_text"]


def checksum(text: str) -> str:
    """SHA-256 of a method's text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def parse(text: str) -> Method:
    """A valid method, kept in memory by its text. Raises MethodError with every fault."""
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise MethodError([Problem(1, "", _("The file is too large to be a method: at most 200 kB."))])
    try:
        data, lines = read(text)
    except UnreadableError as error:
        raise MethodError([Problem(error.line, "", error.sentence)]) from error
    # the same key missing is found once per key by the schema, and said once here
    found = dict.fromkeys(Problem(_line(path, lines), _dotted(path), sentence) for path, sentence in _faults(data))
    if found:
        raise MethodError(sorted(found, key=lambda problem: problem.line))
    return build(data)


@cache
def schema_text() -> str:
    """The published JSON Schema of the format, as it is written."""
    return files("bedre.method").joinpath("schema.json").read_text(encoding="utf-8")


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema of the format."""
    return json.loads(schema_text())


def _faults(data: Any) -> Iterator[tuple[Path, str]]:
    """What the schema finds; where it finds nothing but unknown keys, also what does not hang together."""
    errors = list(Draft202012Validator(schema()).iter_errors(data))
    for error in errors:
        yield from say(error)
    if all(error.validator == "additionalProperties" for error in errors):
        yield from whole.faults(data)


def _line(path: Path, lines: dict[Path, int]) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)
