"""Adopting a method, and writing one's own variant of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock
from bedre.web.careful import Careful
from bedre.web.typed import Day

from . import catalog
from .format import MethodError, Problem, parse
from .lines import MAX_BYTES
from .numbered import NumberedText


class FollowForm(forms.Form):
    """From when a version is followed."""

    on = Day(label=_("Follow it from"), initial=clock.today)


class AdoptForm(FollowForm):
    """Which published method to follow, and from when."""

    name = forms.ChoiceField(label=_("Method"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].choices = [(name, _label(name)) for name in catalog.names()]
        self.fields["name"].initial = catalog.DEFAULT


class VariantForm(Careful):
    """The text of the municipality's own variant, typed or from a file. `problems` are its faults, with their lines."""

    CALM = ("text",)

    file = forms.FileField(
        label=_("Take in a file"),
        required=False,
        help_text=_("A .yaml file that was taken out and changed. It replaces the text below."),
    )
    text = forms.CharField(label=_("The method as text"), widget=NumberedText(), strip=False)
    note = forms.CharField(label=_("What is new in it?"), max_length=300, required=False)
    on = Day(
        label=_("Follow it from"),
        required=False,
        help_text=_("Leave it empty to keep the version without following it."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].required = not self.files.get("file")
        self.problems: list[Problem] = []

    def clean(self) -> dict[str, Any]:
        """Let a file take the text's place, and check the text."""
        data = super().clean() or {}
        if data.get("file"):
            self._take_in(data["file"])
        text = self.data.get("text", "").replace("\r\n", "\n")
        if "file" not in self.errors:
            self._check(text)
        return {**data, "text": text}

    def _take_in(self, file: UploadedFile) -> None:
        if (file.size or 0) > MAX_BYTES:
            self.add_error("file", _("The file is too large to be a method: at most 200 kB."))
            return
        try:
            self.data = {**self.data.dict(), "text": file.read().decode("utf-8-sig")}
        except UnicodeDecodeError:
            self.add_error("file", _("The file is not text in UTF-8."))

    def _check(self, text: str) -> None:
        try:
            parse(text)
        except MethodError as error:
            self.problems = error.problems
            self.fields["text"].widget.faults = {problem.line for problem in error.problems}
            self.add_error("text", _("The text has faults. They stand above it, each with its line."))


def _label(name: str) -> str:
    method = catalog.method(name)
    return f"{method.title} ({method.publisher}, {method.version})"
