"""YAML with the line of every key and value remembered, so that each fault can be pointed at."""

from __future__ import annotations

from typing import Any

import yaml
from django.utils.translation import gettext as _
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

from .unreadable import UnreadableError, sentence

MAX_BYTES = 200_000
Path = tuple[str | int, ...]


def read(text: str) -> tuple[Any, dict[Path, int]]:
    """The data of a YAML text and the line of every part of it, by path. Raises UnreadableError.

    References (`&`, `*`) are refused: a method needs none, and they are how a small file becomes a huge one.
    """
    try:
        return Reading().whole(yaml.compose(text, Loader=WithoutReferences))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line + 1 if mark else 1, sentence(error.problem or "")) from error
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise UnreadableError(line, _("A character here is invisible and cannot be kept. Remove it.")) from error
    except RecursionError as error:
        raise UnreadableError(1, _("The text is nested too deeply to be a method.")) from error


class WithoutReferences(yaml.SafeLoader):
    """The safe loader, which stops at the first anchor or alias before anything can grow."""

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        """A node of the tree. Raises UnreadableError for a reference."""
        event = self.peek_event()
        if getattr(event, "anchor", None) is not None:
            says = _("“&” and “*” are not used in a method. Write the text itself, in quotation marks if it begins so.")
            raise UnreadableError(event.start_mark.line + 1, says)
        return super().compose_node(parent, index)


class Reading:
    """One walk through a YAML tree, which makes plain data and notes on which line each part begins."""

    def __init__(self) -> None:
        self.lines: dict[Path, int] = {}
        self.loader = yaml.SafeLoader("")

    def whole(self, node: Node | None) -> tuple[Any, dict[Path, int]]:
        """The data and the lines; None for a text without anything."""
        return (self._value(node, ()) if node else None), self.lines

    def _value(self, node: Node, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self._value(inner, (*path, number)) for number, inner in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, inner in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                raise UnreadableError(line, _("A key is one word followed by a colon."))
            if key.value in found:
                raise UnreadableError(line, _("“%s” stands twice here.") % key.value)
            self.lines[(*path, key.value)] = line
            found[key.value] = self._value(inner, (*path, key.value))
        return found

    def _scalar(self, node: Node) -> Any:
        try:
            return self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError, LookupError) as error:
            says = _("“%s” cannot be read. Put it in quotation marks if it is meant as text.")
            raise UnreadableError(node.start_mark.line + 1, says % node.value) from error
