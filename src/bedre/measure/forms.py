"""What people type about measures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock
from bedre.web.careful import Careful
from bedre.web.typed import Day

from .models import Direction, Every


class Number(forms.DecimalField):
    """A number as Norwegians write it: 9,5."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=3, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Read a comma as a point, and blanks between thousands."""
        if isinstance(value, str):
            value = value.replace("\u00a0", "").replace(" ", "").replace(",", ".")
        return super().to_python(value)


class MeasureForm(Careful):
    """A goal and what is counted for it."""

    goal = forms.CharField(label=_("What do you want?"), max_length=200)
    name = forms.CharField(label=_("What do you count?"), max_length=120)
    unit_of_measure = forms.CharField(label=_("In what?"), max_length=40, help_text=_("For example minutes, trips or errors."))
    direction = forms.ChoiceField(
        label=_("What is better?"), choices=[(Direction.LESS, _("Less")), (Direction.MORE, _("More"))], widget=forms.RadioSelect
    )
    every = forms.ChoiceField(
        label=_("How often?"),
        choices=[(Every.DAY, _("Every day")), (Every.WEEK, _("Every week")), (Every.MONTH, _("Every month"))],
        initial=Every.WEEK,
    )
    target = Number(label=_("Target"), required=False)


class ValueForm(Careful):
    """A value on a date."""

    value = Number(label=_("Value"))
    on = Day(label=_("Date"))
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today
