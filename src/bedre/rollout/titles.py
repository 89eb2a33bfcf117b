"""What a step is called, by the version of the method that its introduction runs by."""

from __future__ import annotations

from .adopted import outline
from .models import Introduction


def title_of(introduction: Introduction, key: str) -> str:
    """The step's title in the reader's language."""
    return outline(introduction.method_version).title(key)
