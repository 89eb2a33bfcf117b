"""The form of a story."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.web.careful import CarefulForm, TextField


class StoryForm(CarefulForm):
    """What others need to know, in their own words and without names."""

    title = TextField(label=_("Title"), required=True, help_text=_("What you do differently now, in one sentence."))
    problem = TextField(label=_("What was wrong?"), rows=3)
    change = TextField(label=_("What did you do?"), rows=3)
    result = TextField(label=_("How did it go?"), rows=3, required=True)
    cost = TextField(label=_("What did it cost, in time or money?"), rows=2)
    failed = TextField(label=_("What did not go as you thought?"), rows=2)
    worked = forms.TypedChoiceField(
        label=_("Did it work?"),
        choices=[("1", _("Yes, we do it this way now")), ("0", _("No, tried, but it did not work"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="1",
    )


def from_card(card: Any) -> dict[str, Any]:
    """What the card already says, so that nobody types it twice."""
    return {
        "title": card.title,
        "problem": card.problem,
        "change": card.idea or card.test,
        "result": card.result or card.standard,
        "failed": card.learning,
        "worked": "0" if card.state == "declined" else "1",
    }
