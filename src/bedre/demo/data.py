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


def _read(name: str) -> dict[str, Any]:
    return yaml.safe_load(files("bedre.demo").joinpath("content", name).read_text(encoding="utf-8"))
