"""What people write in a report."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock
from bedre.web.careful import Careful
from bedre.web.typed import Day

from .models import LONGEST


def lines(label: Any, rows: int = 4, **kwargs: Any) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label, required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs
    )


class NewForm(forms.Form):
    """What the report is about, and as of when."""

    about = forms.ChoiceField(label=_("About"))
    as_of = Day(label=_("As of"))
    language = forms.ChoiceField(label=_("Language"), choices=[("nb", "Bokmål"), ("nn", "Nynorsk")])

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = choices
        self.fields["as_of"].initial = clock.today


class TextForm(Careful):
    """The texts of a draft."""

    title = forms.CharField(label=_("Title"), max_length=200)
    summary = lines(_("Summary"), help_text=_("Three sentences at most."))
    used_for = lines(_("What the time became"))
    learned = lines(_("What we learned"))
    body = forms.CharField(label=_("Who is asked"), required=False, max_length=100)
    asked = lines(_("What they are asked to do, one a line"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class TemplateForm(forms.Form):
    """A Word template of the municipality's own."""

    file = forms.FileField(label=_("Word template (.docx)"))
