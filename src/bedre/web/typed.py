"""Fields as Norwegians fill them in: a line, a date, a number with a comma."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel.text import clean

FIRST, LAST = dt.date(1990, 1, 1), dt.date(2100, 1, 1)


class Line(forms.CharField):
    """One line of text, normalised; emoji, right-to-left and Sámi letters stay."""

    def to_python(self, value: Any) -> str:
        """Clean text on one line."""
        return re.sub(r"\s+", " ", clean(super().to_python(value) or ""))


class Day(forms.DateField):
    """A date as the browser's calendar sends it, or as it is written: 15.6.2015."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        formats = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y"]
        messages = {"invalid": gettext_lazy("Write the date as 15.6.2015.")}
        super().__init__(**{"input_formats": formats, "error_messages": messages, **kwargs})

    def validate(self, value: Any) -> None:
        """A year that somebody can mean."""
        super().validate(value)
        if value is not None and not FIRST <= value < LAST:
            raise forms.ValidationError(_("That year cannot be right."))


class Number(forms.CharField):
    """A number with decimal comma, as Norwegians write it. Gives a Decimal or None."""

    def __init__(self, *, least: float = 0, most: float = 99999, **kwargs: Any) -> None:
        self.least, self.most = least, most
        super().__init__(**{"widget": forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        """17.50 → 17,5."""
        if isinstance(value, Decimal):
            value = f"{value.normalize():f}"
        return str(value).replace(".", ",") if value is not None else value

    def clean(self, value: Any) -> Decimal | None:
        """Raises ValidationError for what is no number, or one outside the bounds."""
        text = re.sub(r"[\s\u00a0]", "", super().clean(value) or "").replace(",", ".")
        if not text:
            return None
        try:
            number = Decimal(text)
        except InvalidOperation:
            raise forms.ValidationError(_("Write a number, such as 17,5.")) from None
        if not number.is_finite() or not self.least <= number <= self.most:
            bounds = {"least": f"{self.least:g}", "most": f"{self.most:g}"}
            raise forms.ValidationError(_("Write a number from %(least)s to %(most)s.") % bounds)
        return number
