"""Adopting a method, and writing one's own variant of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock

from . import catalog
from .format import MethodError, Problem, parse
from .lines import MAX_BYTES


class DateInput(forms.DateInput):
    """A date field that browsers know."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AdoptForm(forms.Form):
    """Which published method to follow, and from when."""

    name = forms.ChoiceField(label=_("Method"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("From"), widget=DateInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].choices = [(name, _label(name)) for name in catalog.names()]
        self.fields["name"].initial = catalog.DEFAULT
        self.fields["on"].initial = clock.today


class VariantForm(forms.Form):
    """The text of the municipality's own variant, typed or from a file."""

    text = forms.CharField(
        label=_("The method as text"),
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false"}),
        required=False,
        strip=False,
    )
    file = forms.FileField(
        label=_("Or choose a file"), required=False, help_text=_("A .yaml file that was exported and changed.")
    )
    note = forms.CharField(label=_("What is new in it?"), max_length=300, required=False)
    on = forms.DateField(
        label=_("Follow it from"),
        widget=DateInput(),
        required=False,
        help_text=_("Leave it empty to keep the version without following it."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    problems: list[Problem] = []

    def clean(self) -> dict[str, Any]:
        """Read the file where there is one, and check the text; faults are kept in `problems` with their lines."""
        data = super().clean() or {}
        if data.get("file"):
            data["text"] = self._from_file(data["file"])
            self.data = {**self.data.dict(), "text": data["text"]}
        try:
            parse((data.get("text") or "").replace("\r\n", "\n"))
        except MethodError as error:
            self.problems = error.problems
            self.add_error("text", _("The text has faults. They stand above it, each with its line."))
        return data

    def _from_file(self, file: Any) -> str:
        if file.size > MAX_BYTES:
            self.add_error("file", _("The file is too large to be a method: at most 200 kB."))
            return ""
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error("file", _("The file is not text in UTF-8."))
            return ""


def _label(name: str) -> str:
    method = catalog.method(name)
    return f"{method.title} ({method.publisher}, {method.version})"
