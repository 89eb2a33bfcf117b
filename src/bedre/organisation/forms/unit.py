"""A unit: adding, changing from a date, moving, merging, closing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.web.typed import Day, Line, Number

from ..models import Unit
from ..tree import Node, Tree
from ..words import hours_choices, kinds
from .fields import today, unit_choices

SLUG = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", gettext_lazy("Use small letters a to z, figures and hyphen."))
PREFIX = RegexValidator(r"^[A-Za-z0-9]{1,6}$", gettext_lazy("Use one to six letters or figures."))


class FromDate(forms.Form):
    """From when it is true."""

    on = Day(label=gettext_lazy("True from"), initial=today)

    def __init__(self, *args: Any, tree: Tree, unit: Node | None = None, **kwargs: Any) -> None:
        self.tree, self.unit = tree, unit
        super().__init__(*args, **kwargs)

    def chosen(self, name: str) -> Unit | None:
        """The unit chosen in a field, or None for the empty choice."""
        return Unit.objects.get(pk=self.cleaned_data[name]) if self.cleaned_data.get(name) else None


class UnitForm(FromDate):
    """What is true of a unit from a date."""

    name = Line(label=gettext_lazy("Name"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    counts_in_total = forms.BooleanField(
        label=gettext_lazy("Counts in the total"), required=False,
        help_text=gettext_lazy("One of the units that the introduction is measured against. Sectors usually do not count."),
    )  # fmt: skip
    headcount = Number(label=gettext_lazy("Employees"), required=False, most=50000)
    fte = Number(label=gettext_lazy("Årsverk"), required=False, most=50000)
    hours_kind = forms.ChoiceField(
        label=gettext_lazy("Working time"), help_text=gettext_lazy("Decides the hours in an årsverk.")
    )
    field_order = ["name", "kind", "parent", "counts_in_total", "headcount", "fte", "hours_kind", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds().items())
        self.fields["hours_kind"].choices = hours_choices()

    def clean_headcount(self) -> int | None:
        """Whole people."""
        count = self.cleaned_data["headcount"]
        if count is not None and count != int(count):
            raise forms.ValidationError(_("Write a whole number."))
        return None if count is None else int(count)

    def stated(self) -> dict[str, Any]:
        """The fields for `Unit.state`."""
        return {name: self.cleaned_data[name] for name in ("name", "kind", "counts_in_total", "headcount", "fte", "hours_kind")}


class NewUnitForm(UnitForm):
    """A unit that begins."""

    parent = forms.ChoiceField(label=gettext_lazy("Lies under"), required=False)
    slug = forms.CharField(
        label=gettext_lazy("Address"), required=False, max_length=80, validators=[SLUG],
        help_text=gettext_lazy("Stands in every link and never changes. Leave it empty, and it is made from the name."),
    )  # fmt: skip
    prefix = forms.CharField(  # type: ignore[assignment]
        label=gettext_lazy("Letters before the number of improvements"), required=False, validators=[PREFIX],
        help_text=gettext_lazy("As IHL in IHL-42. Leave it empty, and they are made from the name."),
    )  # fmt: skip
    code = Line(
        label=gettext_lazy("Code"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("Your own code for the unit. Imports find it by that."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = unit_choices(self.tree, _("None: at the top"))


class MoveForm(FromDate):
    """Where a unit lies from a date."""

    parent = forms.ChoiceField(label=gettext_lazy("Lies under"), required=False)
    field_order = ["parent", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = unit_choices(self.tree, _("None: at the top"))


class CloseForm(FromDate):
    """The date from which a unit is no more."""


class MergeForm(FromDate):
    """Which unit it becomes part of."""

    into = forms.ChoiceField(label=gettext_lazy("Becomes part of"))
    field_order = ["into", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"].choices = unit_choices(self.tree, _("Choose a unit"))
