"""What people type about gains."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock
from bedre.web.careful import Careful
from bedre.web.typed import Day

from .models import Answer, Arithmetic

KINDS = [
    (Arithmetic.WEEKLY, _("minutes × people × times a week")),
    (Arithmetic.HOURS, _("hours a week")),
    (Arithmetic.PER_PERSON, _("minutes × people × times a year each")),
    (Arithmetic.IN_ALL, _("minutes × times a year in all")),
    (Arithmetic.ONE_OFF, _("hours, once only")),
]
NUMBERS: dict[str | None, tuple[str, ...]] = {
    Arithmetic.WEEKLY: ("minutes", "people", "times"),
    Arithmetic.HOURS: ("hours",),
    Arithmetic.PER_PERSON: ("minutes", "people", "times"),
    Arithmetic.IN_ALL: ("minutes", "times"),
    Arithmetic.ONE_OFF: ("hours",),
}
"""The numbers that each way to reckon takes; the page hides the others, and what was typed in them is not kept."""


class CommaDecimal(forms.DecimalField):
    """A number as Norwegians write it: 9,5."""

    def to_python(self, value: Any) -> Any:
        """Read a comma as a point, and blanks between thousands."""
        if isinstance(value, str):
            value = value.replace("\u00a0", "").replace(" ", "").replace(",", ".")
        return super().to_python(value)


def number(label: Any, **kwargs: Any) -> CommaDecimal:
    """A number field that a phone opens with digits."""
    widget = forms.TextInput(attrs={"inputmode": "decimal"})
    return CommaDecimal(label=label, max_digits=9, decimal_places=2, widget=widget, **kwargs)


class GainForm(Careful):
    """How much time was found, and how it was worked out."""

    name = forms.CharField(label=_("What takes less time?"), max_length=200)
    arithmetic = forms.ChoiceField(
        label=_("How do you reckon?"), choices=KINDS, initial=Arithmetic.WEEKLY, widget=forms.RadioSelect
    )
    minutes = number(_("Minutes each time"))
    people = forms.IntegerField(label=_("How many people?"), widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    times = number(_("How often?"), help_text=_("A week or a year, as you chose above."))
    hours = number(_("Hours"))
    outcome = forms.ChoiceField(label=_("What may it become?"), required=False)
    agreement = forms.ChoiceField(label=_("Is there an agreement about the time?"), required=False)
    on = Day(label=_("Found on"))

    def __init__(self, *args: Any, outcomes: Any, agreements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreements = {str(row.pk): row for row in agreements}
        self.fields["on"].initial = clock.today
        used = NUMBERS.get(self.data.get("arithmetic"), ()) if self.is_bound else self.numbers()
        for name in self.numbers():
            self.fields[name].required = name in used
            self.fields[name].error_messages["required"] = _("Write a number.")
        self.fields["outcome"].choices = [("", "–")] + [(row.key, str(row.title)) for row in outcomes]
        self.fields["agreement"].choices = [("", _("Not yet"))] + [(key, row.purpose) for key, row in self.agreements.items()]

    @staticmethod
    def numbers() -> dict[str, list[str]]:
        """The fields for numbers, each with the ways to reckon that take it."""
        names = ("minutes", "people", "times", "hours")
        return {name: [str(kind) for kind, taken in NUMBERS.items() if name in taken] for name in names}

    def lines(self) -> list[tuple[forms.BoundField, str]]:
        """The number fields as the page shows them, with the ways to reckon that take them."""
        return [(self[name], " ".join(kinds)) for name, kinds in self.numbers().items()]

    def clean(self) -> dict[str, Any]:
        """Without the numbers that the chosen way does not take."""
        data = super().clean()
        taken = NUMBERS.get(data.get("arithmetic"), ())
        return data | {name: None for name in self.numbers() if name not in taken}

    def clean_agreement(self) -> Any:
        """The agreement, or None."""
        return self.agreements.get(self.cleaned_data["agreement"])


class AgreementForm(Careful):
    """What the time is for."""

    purpose = forms.CharField(label=_("What shall the time be used for?"), max_length=300)
    for_whom = forms.CharField(label=_("For whom?"), max_length=200)
    staff = forms.CharField(
        label=_("Who agreed for the staff?"), max_length=120, help_text=_("By role, for example the union representative.")
    )
    agreed_on = Day(label=_("Agreed on"))
    informed_on = Day(label=_("The union representative was informed on"), required=False)
    check_on = Day(label=_("To be checked on"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed_on"].initial = clock.today


class ChooseAgreementForm(forms.Form):
    """An agreement that exists, for a gain."""

    agreement = forms.ChoiceField(label=_("The time goes to"))

    def __init__(self, *args: Any, agreements: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agreements = {str(row.pk): row for row in agreements}
        self.fields["agreement"].choices = [(key, row.purpose) for key, row in self.agreements.items()]

    def clean_agreement(self) -> Any:
        """The agreement."""
        return self.agreements[self.cleaned_data["agreement"]]


class CheckForm(Careful):
    """Did it become so?"""

    answer = forms.ChoiceField(
        label=_("Did it become so?"),
        choices=[(Answer.YES, _("Yes")), (Answer.PARTLY, _("Partly")), (Answer.NO, _("No"))],
        widget=forms.RadioSelect,
    )
    hours = number(
        _("How many hours went to what was agreed?"),
        required=False,
        help_text=_("Yes without a number counts all. Partly without a number counts nothing."),
    )
    comment = forms.CharField(
        label=_("How do you know?"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = Day(label=_("Checked on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today


class SignForm(Careful):
    """What the controller notes with the signature."""

    comment = forms.CharField(label=_("Note"), required=False, max_length=1000)


class LapseForm(Careful):
    """Why it came to nothing."""

    reason = forms.CharField(
        label=_("Why did it come to nothing?"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 2})
    )
