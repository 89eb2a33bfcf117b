"""From the text of a method to a valid `Method`, or to every fault in it with its line. The format: docs/method-format.md."""

from __future__ import annotations

import difflib
import hashlib
import json
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, get_type_hints

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from . import parts, whole
from .lines import MAX_BYTES, Path, UnreadableError, read
from .words import Words


@dataclass(frozen=True)
class Problem:
    """One fault: its line (from 1), where in the data it is, and a sentence."""

    line: int
    path: str
    sentence: str

    def __str__(self) -> str:
        return _("Line %(line)d: %(sentence)s") % {"line": self.line, "sentence": self.sentence}


class MethodError(Exception):
    """A text that is no valid method. `problems` holds every fault, in the order of lines."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def checksum(text: str) -> str:
    """SHA-256 of a method's text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@lru_cache(maxsize=64)
def parse(text: str) -> parts.Method:
    """A valid method. Raises MethodError with every fault."""
    if len(text.encode()) > MAX_BYTES:
        raise MethodError([Problem(1, "", _("The file is too large to be a method: at most 200 kB."))])
    try:
        data, lines = read(text)
    except UnreadableError as error:
        raise MethodError([Problem(error.line, "", _("This is not readable YAML: %s") % error.what)]) from error
    found = [_problem(error, lines) for error in Draft202012Validator(schema()).iter_errors(data)]
    if not found:
        found = [Problem(_line(path, lines), _dotted(path), sentence) for path, sentence in whole.faults(data)]
    if found:
        raise MethodError(sorted(found, key=lambda problem: problem.line))
    return _build(parts.Method, data)


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema of the format."""
    return json.loads(files("bedre.method").joinpath("schema.json").read_text(encoding="utf-8"))


def _problem(error: ValidationError, lines: dict[Path, int]) -> Problem:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        unknown = sorted(set(error.instance) - set(error.schema.get("properties", {})))[0]
        return Problem(_line((*path, unknown), lines), _dotted((*path, unknown)), _unknown(unknown, error.schema))
    return Problem(_line(path, lines), _dotted(path), _sentence(error))


def _unknown(key: str, part: dict[str, Any]) -> str:
    near = difflib.get_close_matches(key, part.get("properties", {}), n=1)
    if near:
        return _("“%(key)s” is not a word of the format. Did you mean “%(near)s”?") % {"key": key, "near": near[0]}
    return _("“%s” is not a word of the format.") % key


def _sentence(error: ValidationError) -> str:
    value = error.instance
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in value)
        return _("“%s” is missing here.") % missing
    if error.validator == "enum":
        allowed = ", ".join(str(word) for word in error.validator_value)
        return _("“%(value)s” must be one of: %(allowed)s.") % {"value": value, "allowed": allowed}
    if error.validator == "type":
        return _("Here something else is expected: %s.") % _kind(error.validator_value)
    if error.validator in ("minimum", "maximum"):
        return _("%(value)s is outside what is possible (limit %(limit)s).") % {"value": value, "limit": error.validator_value}
    if error.validator in ("minItems", "minLength"):
        return _("This must not be empty.")
    return _("This is not as the format wants it.")


def _kind(kind: str) -> str:
    names = {"object": _("several lines with keys"), "array": _("a list"), "string": _("a text"), "integer": _("a whole number")}
    return names.get(kind, kind)


def _line(path: Path, lines: dict[Path, int]) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _dotted(path: Path) -> str:
    return ".".join(str(part) for part in path)


def _build(kind: Any, data: Any) -> Any:
    """Make a dataclass from checked data; texts become `Words`, lists tuples, roles a dictionary by key."""
    hints = get_type_hints(kind)
    given = {field.name: _convert(hints[field.name], data[field.name]) for field in fields(kind) if field.name in data}
    return kind(**given)


def _convert(hint: Any, value: Any) -> Any:
    arguments = getattr(hint, "__args__", ())
    if hint is Words:
        return Words(**value)
    if isinstance(value, list):
        return tuple(_convert(arguments[0], item) for item in value)
    if isinstance(value, dict) and len(arguments) == 2:
        return {key: _build(arguments[1], {"key": key, **item}) for key, item in value.items()}
    if isinstance(value, dict):
        return _build(hint, value)
    return str(value) if hint is str else value
