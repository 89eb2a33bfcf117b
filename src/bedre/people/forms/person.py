"""A person: adding, changing, roles, leaving."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.organisation.forms.fields import today, unit_choices
from bedre.organisation.models import Agreement, Unit
from bedre.organisation.tree import Tree
from bedre.web.typed import Day, Line

from ..models import Person, RoleKind
from ..titles import titles

LANGUAGE = gettext_lazy("Language")


class PersonForm(forms.Form):
    """Who it is."""

    name = Line(label=gettext_lazy("Name"), max_length=120)
    employee_number = Line(
        label=gettext_lazy("Employee number"), max_length=30, required=False,
        help_text=gettext_lazy("Imports find the person by it."),
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False,
        error_messages={"invalid": gettext_lazy("Write the address as name@municipality.no.")},
    )  # fmt: skip
    language = forms.ChoiceField(label=LANGUAGE, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("As the municipality")), *Person.LANGUAGES]

    def written(self) -> dict[str, Any]:
        """The fields for `Person.add` and `Person.write`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class RoleForm(forms.Form):
    """A role, where, and from when to when."""

    kind = forms.ChoiceField(label=gettext_lazy("Role"))
    at = forms.ChoiceField(label=gettext_lazy("At"), required=False)
    agreement = forms.ChoiceField(label=gettext_lazy("Agreement"), required=False, help_text=gettext_lazy("For an adviser."))
    starts_on = Day(label=gettext_lazy("From"), initial=today)
    ends_on = Day(label=gettext_lazy("Until"), required=False, help_text=gettext_lazy("The first day it is not held any more."))

    def __init__(self, *args: Any, tree: Tree, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("Choose a role")), *((kind, said.title) for kind, said in titles().items())]
        self.fields["at"].choices = unit_choices(tree, _("The whole municipality"))
        agreements = [(str(row.pk), row.title) for row in Agreement.objects.all()]
        self.fields["agreement"].choices = [("", _("None")), *agreements]
        if not agreements:
            del self.fields["agreement"]

    def clean(self) -> dict[str, Any]:
        """An adviser comes by an agreement."""
        data = super().clean() or {}
        if data.get("kind") == RoleKind.ADVISER and not data.get("agreement"):
            self.add_error(
                "agreement" if "agreement" in self.fields else None, _("An adviser comes by an agreement. Make that first.")
            )
        return data

    def held(self) -> dict[str, Any]:
        """The fields for `Person.hold`."""
        data = dict(self.cleaned_data)
        agreement, at = data.pop("agreement", ""), data.pop("at")
        data["agreement"] = Agreement.objects.get(pk=agreement) if agreement and data["kind"] == RoleKind.ADVISER else None
        return {**data, "at": Unit.objects.get(pk=at) if at else None}


class DateForm(forms.Form):
    """From when."""

    on = Day(label=gettext_lazy("From"), initial=today)


class ProfileForm(forms.Form):
    """What one changes about oneself."""

    name = Line(label=gettext_lazy("Name"), max_length=120, help_text=gettext_lazy("As others see it."))
    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False,
        help_text=gettext_lazy("Answers to your ideas are sent here. Leave it empty, and you find them on your page."),
        error_messages={"invalid": gettext_lazy("Write the address as name@municipality.no.")},
    )  # fmt: skip
    language = forms.ChoiceField(label=LANGUAGE, choices=Person.LANGUAGES, widget=forms.RadioSelect)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
