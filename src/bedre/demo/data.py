"""The two files of the demonstration: facts from the case, and what is invented around them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def facts() -> dict[str, Any]:
    """What Harstad and Vestre Toten published about the introduction (`facts.yaml`)."""
    return _read("facts.yaml")


@cache
def invented() -> dict[str, Any]:
    """Everything made up for the demonstration (`invented.yaml`)."""
    return _read("invented.yaml")


class _Loader(yaml.SafeLoader):
    """YAML in which `on` is a word: only true and false are truth values, as in YAML 1.2."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _read(name: str) -> dict[str, Any]:
    text = files("bedre.demo").joinpath("content", name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe loader)
