"""A method on one screen of a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from .parts import Method


def outlined(method: Method) -> str:
    """Title, steps, columns and agenda, in the language of the moment."""
    return "\n\n".join(
        [
            f"{method.title} {method.version} ({method.publisher})\n{method.summary}",
            _block(_("Steps"), (f"{n:2}. {step.title}: {step.purpose}" for n, step in enumerate(method.steps, 1))),
            _block(_("The board"), (f"{column.title}: {', '.join(column.states)}" for column in method.board.columns)),
            _block(str(method.meeting.title), (f"{item.minutes:2} min  {item.title}" for item in method.meeting.agenda)),
        ]
    )


def _block(heading: str, lines: Iterable[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in lines)])
