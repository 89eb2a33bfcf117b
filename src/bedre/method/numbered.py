"""A field for a long text, with the number of each line beside it."""

from __future__ import annotations

from typing import Any

from django import forms


class NumberedText(forms.Textarea):
    """A text area as high and as wide as its text, inside a frame that scrolls it together with its numbers.

    `faults` are the numbers to point at. A link to `#linje-12` goes to line 12, with or without JavaScript.
    """

    template_name = "method/numbered.html"
    faults: frozenset[int] | set[int] = frozenset()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The text area's context and its lines: (number, whether it has a fault)."""
        context = super().get_context(name, value, attrs)
        lines = str(value or "").replace("\r\n", "\n").split("\n")
        context["widget"]["attrs"] |= {
            "rows": max(len(lines), 10), "cols": min(max(map(len, lines)) + 2, 400),
            "spellcheck": "false", "wrap": "off", "autocapitalize": "off", "autocomplete": "off",
        }  # fmt: skip
        context["lines"] = [(number, number in self.faults) for number in range(1, len(lines) + 1)]
        return context
