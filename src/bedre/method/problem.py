"""A fault in the text of a method, and the error that carries all of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Problem:
    """One fault: its line (from 1), where in the data it is (`steps.3.title`), and a sentence in the reader's language."""

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
