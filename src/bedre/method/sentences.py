"""A fault that the JSON Schema finds, as sentences for people, each with its place in the data."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from jsonschema.exceptions import ValidationError

from .lines import Path


def say(error: ValidationError) -> Iterator[tuple[Path, str]]:
    """Place and sentence of a fault. Several keys that are unknown or missing at one place give a sentence each."""
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        yield from (((*path, key), _unknown(key, known)) for key in error.instance if key not in known)
    elif error.validator == "required":
        yield from ((path, _("“%s” is missing here.") % key) for key in error.validator_value if key not in error.instance)
    elif not path and error.validator == "type":
        yield path, _("This is not a method. A method begins with “format: 1” and has its parts as keys.")
    else:
        yield path, _sentence(error)


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return _("“%(key)s” is not a word of the format. Did you mean “%(near)s”?") % {"key": key, "near": near[0]}
    return _("“%(key)s” is not a word of the format. Here it knows: %(known)s.") % {"key": key, "known": ", ".join(known)}


def _sentence(error: ValidationError) -> str:
    value, limit = error.instance, error.validator_value
    match error.validator:
        case "enum":
            return _not_one_of(value, [str(word) for word in limit])
        case "const":
            return _("Bedre reads format %s. This file says another one.") % limit
        case "type":
            return _of_another_kind(value, limit)
        case "minimum" | "maximum":
            return _("%(value)s is outside what is possible (limit %(limit)s).") % {"value": value, "limit": limit}
        case "pattern" if limit != "\\S":
            return (
                _("“%s” must begin with a small letter, and may hold only small letters from a to z, digits and _ or -.")
                % value
            )
        case "maxLength":
            return _("The text is too long: at most %d characters.") % limit
        case "maxItems":
            return _("The list is too long: at most %d.") % limit
        case "minItems" | "minLength" | "pattern":
            return _("This must not be empty.")
    return _("This is not as the format wants it.")


def _not_one_of(value: Any, allowed: list[str]) -> str:
    near = difflib.get_close_matches(str(value), allowed, n=1)
    if near:
        return _("“%(value)s” is not possible here. Did you mean “%(near)s”?") % {"value": value, "near": near[0]}
    return _("“%(value)s” must be one of: %(allowed)s.") % {"value": value, "allowed": ", ".join(allowed)}


def _of_another_kind(value: Any, wanted: str) -> str:
    if wanted == "string" and not isinstance(value, dict | list | None):
        return _("Put the text in quotation marks. Without them it is read as a number, a date or yes and no.")
    kinds = {
        "object": _("several keys with values, such as nb and nn"),
        "array": _("a list"),
        "string": _("a text"),
        "integer": _("a whole number"),
        "boolean": _("true or false"),
    }
    return _("Here something else is expected: %s.") % kinds.get(wanted, wanted)
