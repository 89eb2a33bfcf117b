"""From checked data to a `Method`, and from a `Method` to text again."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import yaml

from .parts import Method, Named
from .words import Words


def build(data: dict[str, Any]) -> Method:
    """A method from data that the schema has let through."""
    return _build(Method, data)


def dump(method: Method) -> str:
    """The method as text in the format, without what is left at its default. `parse(dump(method)) == method`."""
    return yaml.safe_dump({"format": method.format, **_plain(method)}, allow_unicode=True, sort_keys=False, width=120)


def _build(kind: Any, data: dict[str, Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(**{name: _convert(hints[name], value) for name, value in data.items()})


def _convert(hint: Any, value: Any) -> Any:
    """Texts become `Words`, lists tuples, roles a dictionary of `Named` that know their key."""
    if hint is Words:
        return Words(**value)
    if isinstance(value, list):
        return tuple(_convert(get_args(hint)[0], item) for item in value)
    if isinstance(value, dict) and get_args(hint):
        return {key: _build(Named, {"key": key, **item}) for key, item in value.items()}
    if isinstance(value, dict):
        return _build(hint, value)
    return str(value) if hint is str else value


def _plain(part: Any) -> Any:
    if is_dataclass(part):
        return {field.name: _plain(getattr(part, field.name)) for field in fields(part) if _said(part, field)}
    if isinstance(part, tuple):
        return [_plain(item) for item in part]
    if isinstance(part, dict):
        return {key: {name: said for name, said in _plain(role).items() if name != "key"} for key, role in part.items()}
    return part


def _said(part: Any, field: Any) -> bool:
    return field.default is MISSING or getattr(part, field.name) != field.default
