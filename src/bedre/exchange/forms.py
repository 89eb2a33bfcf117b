"""Sending in a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.organisation.forms.fields import today
from bedre.web.typed import Day

from .reading import MOST_BYTES


class ImportForm(forms.Form):
    """A file, and from when what it says is true."""

    file = forms.FileField(
        label=gettext_lazy("File"), help_text=gettext_lazy("Excel (.xlsx) or text with columns (.csv), at most 10 MB."), allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={"required": gettext_lazy("Choose a file."), "max_length": gettext_lazy("The name of the file is too long.")},
    )  # fmt: skip
    on = Day(
        label=gettext_lazy("True from"), initial=today,
        help_text=gettext_lazy("New units and roles begin on this date. What was true before it stays."),
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Not larger than a list can be."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 10 MB. Take out sheets and pictures that are not needed."))
        return file
