"""Forms that keep what is typed, warn before something unwise is saved, and notice that somebody else wrote meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel import text
from bedre.kernel.weeks import holiday

from .together import Together

TITLE, LONG = 200, 10_000
IDENTITY = gettext_lazy("It looks like a national identity number. Take it out: many will read this.")
PHONE = gettext_lazy("It looks like a phone number. Take it out, or send once more if it is not about a person.")


class TextField(forms.CharField):
    """Free text as people type it: normalised, nothing thrown away but what no screen can show; too long is an error, never cut."""

    def __init__(self, *, rows: int | None = None, max_length: int | None = None, **kwargs: Any) -> None:
        length = max_length or (LONG if rows else TITLE)
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        widget.attrs.update({"data-warn-personal": "", "dir": "auto", "class": "ds-input"})
        kwargs.setdefault("required", False)
        super().__init__(max_length=length, widget=widget, **kwargs)

    def to_python(self, value: Any) -> str:
        """Clean before anything is checked."""
        return text.clean(super().to_python(value) or "")


class TimeField(forms.TimeField):
    """A time of day from the browser's own picker."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}), **kwargs)


class CountField(forms.IntegerField):
    """How many people: a whole number, never who."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=100_000, **kwargs)
        self.widget.attrs["inputmode"] = "numeric"


class Named(forms.Form):
    """A form whose fields have ids of its own: several stand on one page, and each label belongs to one field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}_%s", **kwargs})


class Careful(Named):
    """A form that warns once when its texts seem personal, and lets the same be sent again on purpose (`anyway`).

    `CALM` names fields that are no free text.
    """

    CALM: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Add a warning to each field that seems to hold personal data, unless it was sent anyway."""
        data = super().clean() or {}
        if "anyway" in self.data:
            return data
        for name, value in list(data.items()):
            seems = text.warn_personal(value) if isinstance(value, str) and name not in self.CALM else None
            if seems:
                self.add_error(name, IDENTITY if seems == "identity" else PHONE)
                self.warned = self.warned or name
        return data

    warned = ""
    """The first field that was warned about; `{% field %}` offers there to send it anyway."""


class CarefulForm(Together):
    """A form with the version that was seen, and warnings that a second press (`confirm`) overrules.

    `PLANNED` names date fields where a public holiday deserves a warning; `IN_ORDER` pairs of fields of which the second cannot come
    before the first, with the sentence that says so.
    """

    PLANNED: tuple[str, ...] = ()
    IN_ORDER: tuple[tuple[str, str, Any], ...] = ()

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    confirm = forms.BooleanField(required=False, label=gettext_lazy("I have seen this. Save it anyway."))

    def clean(self) -> dict[str, Any]:
        """Refuse once when something looks unwise."""
        data = super().clean() or {}
        for first, last, sentence in self.IN_ORDER:
            if data.get(first) and data.get(last) and data[last] < data[first]:
                self.add_error(last, str(sentence))
        self.warnings = list(self._warnings(data))
        if self.warnings and not data.get("confirm"):
            raise forms.ValidationError(self.warnings)
        return data

    def _warnings(self, data: dict[str, Any]) -> Iterator[str]:
        for name, value in data.items():
            if isinstance(value, str) and (kind := text.warn_personal(value)):
                yield _personal(kind, str(self.fields[name].label))
            elif name in self.PLANNED and isinstance(value, dt.date) and (day := holiday(value)):
                yield _("%(date)s is a public holiday: %(name)s.") % {
                    "date": f"{value.day}.{value.month}.{value.year}",
                    "name": day,
                }

    @property
    def typed(self) -> dict[str, Any]:
        """What a verb wants: the cleaned fields without version and confirmation."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "confirm")}

    @property
    def seen_version(self) -> int | None:
        """The version that the page was opened on."""
        return self.cleaned_data.get("version")


def _personal(kind: str, label: str) -> str:
    if kind == "identity":
        return _("%(field)s: this looks like a national identity number. Take it out: many will read this.") % {"field": label}
    return _("%(field)s: this looks like a phone number. Take it out if it belongs to a person.") % {"field": label}
