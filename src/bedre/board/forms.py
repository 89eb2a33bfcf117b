"""What people type at the board."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.method.parts import Method
from bedre.web.careful import Careful, Named
from bedre.web.together import Together
from bedre.web.typed import Day

from .models import ShownAs
from .models.texts import LONGEST_TEXT, LONGEST_TITLE


class HandInForm(Careful):
    """A title is enough."""

    title = forms.CharField(
        label=_("What could be better?"),
        max_length=LONGEST_TITLE,
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": "title"}),
        error_messages={"required": _("Write a title. One sentence is enough.")},
    )
    idea = forms.CharField(
        label=_("What could we do?"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": "idea"}),
    )
    category = forms.ChoiceField(label=_("What is it about?"), required=False)
    shown_as = forms.ChoiceField(label=_("On the card it says"), required=False, widget=forms.RadioSelect)
    photo = forms.FileField(label=_("Photo"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"}))

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", _("Choose if you like"))] + [
            (c.key, str(c.title)) for c in method.board.categories
        ]
        self.fields["shown_as"].choices = [(ShownAs.UNIT, _("An employee")), (ShownAs.NAME, _("My name"))]
        self.fields["shown_as"].initial = ShownAs.UNIT


class AssignForm(Named):
    """Who, and until when."""

    responsible = forms.ChoiceField(label=_("Who takes it?"), required=False)
    due_on = Day(label=_("Until when?"), required=False)

    def __init__(self, *args: Any, people: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        self.fields["responsible"].choices = [("", _("Nobody yet"))] + [
            (key, person.name) for key, person in self.people.items()
        ]

    def clean_responsible(self) -> Any:
        """The person, or None."""
        return self.people.get(self.cleaned_data["responsible"])


WEIGHTS = {
    "much-little": (_("Do it now"), 1, 2),
    "much-much": (_("Plan it"), 2, 2),
    "little-little": (_("If we have time"), 1, 1),
    "little-much": (_("Let it lie"), 2, 1),
}
"""How much it helps and how much work it is → what that means, effort, effect (1 little, 2 much)."""


class TakeUpForm(AssignForm):
    """Also how much work it is and how much it helps, where the meeting said so."""

    weight = forms.ChoiceField(required=False, choices=[(key, words) for key, (words, _effort, _effect) in WEIGHTS.items()])

    def clean(self) -> dict[str, Any]:
        """What the verb takes."""
        data = super().clean() or {}
        _words, data["effort"], data["effect"] = WEIGHTS.get(data.pop("weight", ""), ("", None, None))
        return data


class DeclineForm(Careful):
    """The reason that the proposer reads."""

    reason = forms.CharField(
        label=_("We say no because …"),
        help_text=_("The one who proposed it gets to read this."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("A no needs a reason. The one who proposed it gets to read it.")},
    )


class ParkForm(Careful):
    """Until when, and why."""

    until = Day(label=_("Comes back on"), required=False)
    reason = forms.CharField(
        label=_("Why wait?"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2})
    )


class MergeForm(Named):
    """Into which card of the same board."""

    into = forms.ChoiceField(label=_("Goes on in"))

    def __init__(self, *args: Any, cards: list, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cards = {str(card.pk): card for card in cards}
        self.fields["into"].choices = [(key, f"{card.code} {card.title}") for key, card in self.cards.items()]

    def clean_into(self) -> Any:
        """The other card."""
        return self.cards[self.cleaned_data["into"]]


class BlockForm(Careful):
    """What stops it."""

    reason = forms.CharField(label=_("What stops it?"), max_length=200)


class CommentForm(Careful):
    """What people say."""

    text = forms.CharField(
        label=_("Write a comment"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3, "data-keep": "comment"})
    )


class PhotoForm(Careful):
    """A photo of before or after, and what it shows for those who do not see it."""

    photo = forms.FileField(
        label=_("Photo"),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={"required": _("Choose a photo first."), "empty": _("The file is empty.")},
    )
    alt = forms.CharField(
        label=_("What does it show?"), required=False, max_length=300, help_text=_("Read aloud to those who do not see it.")
    )


class SheetForm(Careful, Together):
    """The sheet of an improvement. `version` tells which one the writer saw."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    category = forms.ChoiceField(label=_("What is it about?"), required=False)
    problem = forms.CharField(label=_("The problem"), required=False)
    cause = forms.CharField(label=_("Why is it so?"), required=False, help_text=_("One why a line."))
    idea = forms.CharField(label=_("The idea"), required=False)
    expectation = forms.CharField(label=_("What we think will happen"), required=False)
    test = forms.CharField(label=_("Small test"), required=False)
    result = forms.CharField(label=_("What we saw"), required=False)
    learning = forms.CharField(label=_("What we learned"), required=False)
    standard = forms.CharField(
        label=_("The new fixed way"), required=False, help_text=_("What is the new way, and where does it stand?")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    LEFT = ("problem", "cause", "idea", "expectation", "test")
    RIGHT = ("result", "learning", "standard")
    QUARTERS = {"problem": 1, "cause": 1, "idea": 1, "expectation": 1, "test": 2, "result": 3, "learning": 3, "standard": 4}

    def left(self) -> list[dict[str, Any]]:
        """The thought: what the left half of the sheet shows."""
        return [self._part(name) for name in self.LEFT]

    def right(self) -> list[dict[str, Any]]:
        """The result: what the right half shows."""
        return [self._part(name) for name in self.RIGHT]

    def _part(self, name: str) -> dict[str, Any]:
        value = self.initial.get(name) or ""
        lines = [line for line in value.splitlines() if line.strip()]
        return {"name": name, "label": self.fields[name].label, "value": value, "quarter": self.QUARTERS[name], "lines": lines}

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = [("", "–")] + [(c.key, str(c.title)) for c in method.board.categories]
        for name in (*self.LEFT, *self.RIGHT):
            self.fields[name].max_length = LONGEST_TEXT
            self.fields[name].widget = forms.Textarea(attrs={"rows": 3, "data-keep": name})


class SettingsForm(Careful):
    """Rules and limits of the board."""

    rules = forms.CharField(
        label=_("Our own rules, one a line"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Leave it empty to use the method's."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for column in method.board.columns:
            self.fields[f"limit_{column.key}"] = forms.IntegerField(
                label=str(column.title),
                required=False,
                min_value=1,
                max_value=99,
            )

    def limit_fields(self) -> list[forms.BoundField]:
        """A field a column."""
        return [self[name] for name in self.fields if name.startswith("limit_")]

    @property
    def limits(self) -> dict[str, int]:
        """Column key → limit, where one is set."""
        return {name[6:]: value for name, value in self.cleaned_data.items() if name.startswith("limit_") and value}


class RhythmForm(Named):
    """Weekday and time of the meetings."""

    weekday = forms.TypedChoiceField(label=_("Weekday"), coerce=int)
    at = forms.TimeField(label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    valid_from = Day(label=_("From"))

    def __init__(self, *args: Any, weekdays: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["weekday"].choices = list(enumerate(weekdays))


class CloseForm(Careful):
    """Why the board is for the unit only."""

    reason = forms.CharField(label=_("Why shall the board be closed to others?"), max_length=300)
