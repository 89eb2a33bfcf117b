"""What to say when a text is not YAML at all: the library's own words are English and about parsers."""

from __future__ import annotations

from django.utils.translation import gettext as _


class UnreadableError(Exception):
    """Text that is not YAML, or more than a method needs. `line` counts from 1."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(sentence)
        self.line, self.sentence = line, sentence


def sentence(problem: str) -> str:
    """A sentence for a problem as PyYAML words it. It says what to look for, since the cause may be a line above."""
    found = next((says for words, says in _sentences().items() if words in problem), None)
    return found or _("This line cannot be read. Look at the colons, quotation marks and indentation here and just above.")


def _sentences() -> dict[str, str]:
    unclosed = _("Something is not closed: look for a quotation mark, a bracket or a comma that is missing.")
    indented = _("The indentation does not fit the lines above.")
    return {
        "mapping values are not allowed": _("A colon stands where none can be. Text with a colon in it needs quotation marks."),
        "could not find expected ':'": _("A colon is missing after a key."),
        "character '\\t'": _("Lines are indented with spaces, not with tabs."),
        "unexpected end of stream": unclosed,
        "but got '<stream end>'": unclosed,
        "expected ',' or": unclosed,
        "expected <block end>": indented,
        "expected '<document start>'": indented,
        "unknown escape character": _("A backslash is not needed here; write the character itself."),
        "cannot start any token": _("Text that begins with this character needs quotation marks."),
        "another document": _("A file holds one method; “---” may stand only at the top."),
    }
