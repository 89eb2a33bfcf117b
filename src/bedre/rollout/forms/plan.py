"""Forms of waves and steps."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.kernel import clock
from bedre.kernel.weeks import monday
from bedre.organisation.models import Unit
from bedre.people.models import Person, RoleKind
from bedre.web.careful import CarefulForm, CountField, TextField
from bedre.web.typed import Day


class PersonChoice(forms.ModelChoiceField):
    """Somebody of the municipality by name; empty means nobody yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Person.objects.none(), **{"required": False, "empty_label": gettext_lazy("Nobody yet"), **kwargs}
        )


class UnitsField(forms.ModelMultipleChoiceField):
    """Units to tick, by the names they have today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Unit.objects.none(), widget=forms.CheckboxSelectMultiple, **kwargs)

    def offer(self, tree: Any, keys: list[Any]) -> None:
        """Offer these units of a tree, in the tree's order."""
        self.queryset = Unit.objects.filter(pk__in=keys)
        self.choices = [(key, tree[key].name) for key in keys]


def coaches() -> Any:
    """Persons who may coach a unit: coaches, coordinators and advisers."""
    kinds = [RoleKind.COACH, RoleKind.COORDINATOR, RoleKind.ADVISER]
    return Person.objects.filter(_held_today(), roles__kind__in=kinds, left_on=None).distinct()


def _held_today() -> Q:
    """A role that somebody has today; an adviser's is worth nothing without an agreement in force."""
    today = clock.today()
    agreed = Q(roles__agreement=None) | Q(roles__agreement__ends_on=None) | Q(roles__agreement__ends_on__gt=today)
    return agreed & Q(roles__starts_on__lte=today) & (Q(roles__ends_on=None) | Q(roles__ends_on__gt=today))


def people_around(tree: Any, unit_id: Any) -> Any:
    """Persons who may be responsible in a unit: those with a role there or above, and coaches and coordinators anywhere."""
    line = [unit_id, *(node.id for node in tree.above(unit_id))]
    kinds = [RoleKind.COACH, RoleKind.COORDINATOR]
    return Person.objects.filter(_held_today(), Q(roles__unit__in=line) | Q(roles__kind__in=kinds), left_on=None).distinct()


class WaveForm(CarefulForm):
    """A wave: name, dates, units, and the week of the first course day."""

    PLANNED = ("starts_on", "report_due")
    IN_ORDER = (("starts_on", "report_due", gettext_lazy("The report cannot be due before the wave starts.")),)

    name = TextField(label=gettext_lazy("What shall the wave be called?"), required=True)
    starts_on = Day(label=gettext_lazy("Starts"))
    report_due = Day(label=gettext_lazy("Report due"), help_text=gettext_lazy("The introduction is reported by this date."))
    note = TextField(label=gettext_lazy("Note"), rows=3)


class WaveUnitsForm(CarefulForm):
    """Units that join a wave, with the week of their first course day and their coach."""

    units = UnitsField(label=gettext_lazy("Units"))
    course_week = forms.CharField(
        label=gettext_lazy("First week with course days"), max_length=20, widget=forms.TextInput(attrs={"type": "week"}),
        help_text=gettext_lazy("Week and year, as 7/2015. Steps before and after get their dates from it; you can move them later."),
    )  # fmt: skip
    coach = PersonChoice(label=gettext_lazy("Coach"))

    def clean_course_week(self) -> dt.date:
        """The Monday of an ISO week, as browsers send it (2015-W07) or as people write it (uke 7 2015, 7/2015)."""
        numbers = sorted(map(int, re.findall(r"\d+", self.cleaned_data["course_week"])))
        try:
            week, year = numbers
            return monday(year, week)
        except ValueError:
            raise forms.ValidationError(_("Write week and year, as 7/2015. Some years have 52 weeks, some 53.")) from None


class StepForm(CarefulForm):
    """When a step is, who is responsible, and a note."""

    PLANNED = ("first_on", "last_on")
    IN_ORDER = (("first_on", "last_on", gettext_lazy("The step cannot end before it begins.")),)

    first_on = Day(label=gettext_lazy("From"))
    last_on = Day(label=gettext_lazy("To"))
    responsible = PersonChoice(label=gettext_lazy("Responsible"))
    note = TextField(label=gettext_lazy("Note"), rows=3)


class MoveForm(CarefulForm):
    """A new first day for a step."""

    PLANNED = ("to",)

    to = Day(label=gettext_lazy("New first day"))


class DoneForm(CarefulForm):
    """The day a step was done, and how many took part where that is counted."""

    on = Day(label=gettext_lazy("Done on"))
    came = CountField(label=gettext_lazy("How many took part?"), required=False)


class ReasonForm(CarefulForm):
    """A date and a reason."""

    on = Day(label=gettext_lazy("From"))
    reason = TextField(label=gettext_lazy("Why?"), rows=3, required=True)


class CoachForm(CarefulForm):
    """Who coaches a unit."""

    coach = PersonChoice(label=gettext_lazy("Coach"))
