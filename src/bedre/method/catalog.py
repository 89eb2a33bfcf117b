"""The methods that come with Bedre, as files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from .format import parse
from .parts import Method

DEFAULT = "vestre-toten-2015"


@cache
def names() -> tuple[str, ...]:
    """Names of the published methods."""
    folder = files("bedre.method").joinpath("catalogue")
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml")))


@cache
def text(name: str = DEFAULT) -> str:
    """The text of a published method. Raises KeyError for a name that is not in the catalogue."""
    if name not in names():
        raise KeyError(name)
    return files("bedre.method").joinpath("catalogue", f"{name}.yaml").read_text(encoding="utf-8")


def has(written: str) -> bool:
    """Whether this very text is published."""
    return any(text(name) == written for name in names())


def method(name: str = DEFAULT) -> Method:
    """A published method."""
    return parse(text(name))
