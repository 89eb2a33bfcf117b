"""YAML with the line of every key and value remembered, so that each fault can be pointed at."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

MAX_BYTES = 200_000
Path = tuple[str | int, ...]


class UnreadableError(Exception):
    """Text that is not YAML at all. `line` counts from 1."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line, self.what = line, what


def read(text: str) -> tuple[Any, dict[Path, int]]:
    """The data of a YAML text and the line of every part of it, by path. Raises UnreadableError.

    References (`&`, `*`) are refused: a method needs none, and they are how a small file becomes a huge one.
    """
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
                raise UnreadableError(token.start_mark.line + 1, "reference")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines: dict[Path, int] = {}
        return (_value(node, (), lines) if node else None), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 1, error.problem or "") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableError(1, str(error)) from error


def _value(node: Node, path: Path, lines: dict[Path, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines)
    if isinstance(node, SequenceNode):
        return [_value(inner, (*path, number), lines) for number, inner in enumerate(node.value)]
    assert isinstance(node, ScalarNode)  # noqa: S101  (the only third kind)
    return yaml.SafeLoader("").construct_object(node)


def _mapping(node: MappingNode, path: Path, lines: dict[Path, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, inner in node.value:
        name = str(key.value)
        if name in found:
            raise UnreadableError(key.start_mark.line + 1, f"“{name}” twice")
        lines[(*path, name)] = key.start_mark.line + 1
        found[name] = _value(inner, (*path, name), lines)
    return found
