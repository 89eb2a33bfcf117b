"""The municipality's settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.web.typed import Day, Line, Number

from ..models import Municipality
from ..words import hours_kinds
from .fields import today

KIND = RegexValidator(r"^[a-z0-9_]+$", gettext_lazy("Use small letters a to z, figures and underscore."))


class SettingsForm(forms.Form):
    """Names, language, colour, weeks and the smallest group."""

    name = Line(label=gettext_lazy("Name"), max_length=100, help_text=gettext_lazy("As people say it: Harstad."))
    name_official = Line(
        label=gettext_lazy("Official names"),
        max_length=200,
        help_text=gettext_lazy("In all official languages: Harstad - Hárstták."),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=Municipality.LANGUAGES, widget=forms.RadioSelect)
    accent = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$", label=gettext_lazy("Colour"), widget=forms.TextInput(attrs={"type": "color"}),
        help_text=gettext_lazy("The rail at the top, buttons and links. It is made darker where text on it could not be read."),
        error_messages={"invalid": gettext_lazy("Write the colour as #0b5a6f.")},
    )  # fmt: skip
    weeks_per_year = Number(
        label=gettext_lazy("Working weeks in a year"), least=30, most=53,
        help_text=gettext_lazy("Used when hours a week become hours a year. 46 takes out holidays; 52 repeats published figures."),
    )  # fmt: skip
    smallest_group = forms.IntegerField(
        label=gettext_lazy("Smallest group in statistics"), min_value=5, max_value=100,
        help_text=gettext_lazy("Figures about what people do are not shown for fewer. It can be raised, never lowered."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_weeks_per_year(self) -> Any:
        """Must be there."""
        if self.cleaned_data["weeks_per_year"] is None:
            raise forms.ValidationError(_("Write a number."))
        return self.cleaned_data["weeks_per_year"]

    def written(self) -> dict[str, Any]:
        """The fields for `Municipality.write`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class NumberForm(forms.Form):
    """The municipality's number from a date."""

    number = forms.RegexField(
        r"^\d{4}$", label=gettext_lazy("Number"), widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": gettext_lazy("Write the four figures.")},
    )  # fmt: skip
    valid_from = Day(label=gettext_lazy("True from"), initial=today)


class TitleForm(forms.Form):
    """What the municipal director is called from a date."""

    title = Line(label=gettext_lazy("Title"), max_length=80, help_text=gettext_lazy("Of the head of the administration."))
    valid_from = Day(label=gettext_lazy("True from"), initial=today)


class HoursForm(forms.Form):
    """Hours in an årsverk for a kind of working time from a date."""

    kind = forms.CharField(
        label=gettext_lazy("Working time"), max_length=40, validators=[KIND],
        widget=forms.TextInput(attrs={"list": "hours-kinds"}), help_text=gettext_lazy("Choose one, or write a new code."),
    )  # fmt: skip
    hours = Number(label=gettext_lazy("Hours in an årsverk"), least=1000, most=2500)
    valid_from = Day(label=gettext_lazy("True from"), initial=today)

    @property
    def known(self) -> list[tuple[str, str]]:
        """Codes to choose from."""
        return list(hours_kinds().items())

    def clean_hours(self) -> Any:
        """Must be there."""
        if self.cleaned_data["hours"] is None:
            raise forms.ValidationError(_("Write a number."))
        return self.cleaned_data["hours"]
