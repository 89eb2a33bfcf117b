"""Forms of study visits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from bedre.rollout.forms.plan import UnitsField
from bedre.web.careful import CarefulForm, CountField, TextField
from bedre.web.typed import Day

from ..models import Direction


class VisitForm(CarefulForm):
    """A contact or a visit: who, when, what for."""

    PLANNED = ("planned_on",)
    IN_ORDER = (("contact_on", "planned_on", gettext_lazy("The visit cannot come before the first contact.")),)

    direction = forms.ChoiceField(label=gettext_lazy("Who travels?"), choices=Direction.choices, widget=forms.RadioSelect)
    organisation = TextField(label=gettext_lazy("Which municipality or organisation?"), required=True)
    contact_on = Day(label=gettext_lazy("First in contact"))
    planned_on = Day(
        label=gettext_lazy("Date of the visit"),
        required=False,
        help_text=gettext_lazy("Leave it empty when you are only in contact."),
    )
    who = TextField(label=gettext_lazy("Who takes part?"), rows=2, help_text=gettext_lazy("Roles, not names."))
    programme = TextField(label=gettext_lazy("Programme"), rows=4)
    units = UnitsField(label=gettext_lazy("Own units that are shown"), required=False)
    units_elsewhere = TextField(label=gettext_lazy("Units seen at the other's"), rows=2)
    followed = TextField(label=gettext_lazy("What followed from it?"), rows=3)

    def __init__(self, *args: Any, tree: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].offer(tree, [node.id for node in tree])


class HeldForm(CarefulForm):
    """That a visit took place, and with how many."""

    on = Day(label=gettext_lazy("Held on"))
    people = CountField(label=gettext_lazy("How many took part in the visit?"))
