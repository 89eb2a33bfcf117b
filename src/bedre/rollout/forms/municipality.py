"""Forms of what concerns the whole municipality: the decision, briefings, agreements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.organisation.models import Partner
from bedre.web.careful import CarefulForm, CountField, TextField, TimeField
from bedre.web.typed import Day

from ..models import Considered, Wave
from .plan import UnitsField

ALTERNATIVES, PARTNER_NAME = 4, 120


class DecisionForm(CarefulForm):
    """The decision, the alternatives considered, and why."""

    title = TextField(label=gettext_lazy("What was decided?"), required=True)
    body = TextField(label=gettext_lazy("Who decided?"))
    decided_on = Day(label=gettext_lazy("When?"))
    why = TextField(label=gettext_lazy("Why?"), rows=4)
    chosen = forms.CharField(required=False)

    def __init__(self, *args: Any, alternatives: list[Considered] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = alternatives or []
        self.count = max(ALTERNATIVES, len(written) + 2)
        for n in range(self.count):
            row = written[n] if n < len(written) else Considered("")
            self.fields[f"name_{n}"] = TextField(label=_("What is it called?"), initial=row.name)
            self.fields[f"why_{n}"] = TextField(label=_("What spoke for and against?"), rows=2, initial=row.why)
        self.initial.setdefault("chosen", str(next((n for n, row in enumerate(written) if row.chosen), "")))

    @property
    def rows(self) -> list[tuple[int, Any, Any, bool]]:
        """Number, bound name, bound why and whether it is the chosen one, row by row."""
        chosen = str(self["chosen"].value() or "")
        return [(n, self[f"name_{n}"], self[f"why_{n}"], chosen == str(n)) for n in range(self.count)]

    @property
    def considered(self) -> list[Considered]:
        """The alternatives typed."""
        data = self.cleaned_data
        return [Considered(data[f"name_{n}"], data[f"why_{n}"], data["chosen"] == str(n)) for n in range(self.count)]

    @property
    def own(self) -> dict[str, Any]:
        """The decision's own fields."""
        return {name: self.cleaned_data[name] for name in ("title", "body", "decided_on", "why")}


class BriefingForm(CarefulForm):
    """A briefing: for whom, when, who was invited, what was shown, who held it."""

    PLANNED = ("on",)

    audience = forms.ChoiceField(label=gettext_lazy("For whom?"))
    name = TextField(
        label=gettext_lazy("What do you call them?"), help_text=gettext_lazy("For example the executive committee.")
    )
    on = Day(label=gettext_lazy("Date"))
    starts_at = TimeField(label=gettext_lazy("Time"), required=False)
    place = TextField(label=gettext_lazy("Place"))
    invited = TextField(label=gettext_lazy("Who was invited?"), rows=2, help_text=gettext_lazy("Roles, not names."))
    shown = TextField(label=gettext_lazy("What was shown?"), rows=4)
    held_by = TextField(label=gettext_lazy("Who held it?"), help_text=gettext_lazy("Role, not name."))
    partner = forms.ModelChoiceField(
        Partner.objects.none(),
        label=gettext_lazy("Held by a partner"),
        required=False,
        empty_label=gettext_lazy("No, by ourselves"),
    )
    wave = forms.ModelChoiceField(
        Wave.objects.none(), label=gettext_lazy("Wave"), required=False, empty_label=gettext_lazy("The whole introduction")
    )

    def __init__(self, *args: Any, audiences: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = audiences
        self.fields["partner"].queryset = Partner.objects.order_by("name")
        self.fields["wave"].queryset = Wave.objects.all()

    def clean(self) -> dict[str, Any]:
        """Without a name of its own it is called what the method calls the audience."""
        data = super().clean()
        if not data.get("name") and data.get("audience"):
            data["name"] = dict(self.fields["audience"].choices)[data["audience"]]
        return data


class CameForm(CarefulForm):
    """That a briefing was held, and how many came."""

    on = Day(label=gettext_lazy("Held on"))
    came = CountField(label=gettext_lazy("How many came?"))


class AgreementForm(CarefulForm):
    """An agreement: parties, period, what is agreed and shared, units opened."""

    IN_ORDER = (("starts_on", "ends_on", gettext_lazy("An agreement cannot end before it starts.")),)

    title = TextField(label=gettext_lazy("What shall the agreement be called?"), required=True)
    partners = forms.ModelMultipleChoiceField(
        Partner.objects.none(), label=gettext_lazy("With whom?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    new_partners = TextField(label=gettext_lazy("Other partners"), rows=2, help_text=gettext_lazy("One partner on each line."))
    starts_on = Day(label=gettext_lazy("From"))
    ends_on = Day(
        label=gettext_lazy("Until"), required=False,
        help_text=gettext_lazy("The day it no longer holds. The partner's advisers lose access that day."),
    )  # fmt: skip
    scope = TextField(label=gettext_lazy("What have you agreed on?"), rows=4)
    shared = TextField(label=gettext_lazy("What is shared?"), rows=3)
    units = UnitsField(
        label=gettext_lazy("Units that the partner's advisers may see"), required=False,
        help_text=gettext_lazy("With everything below them. Leave all empty to open none."),
    )  # fmt: skip

    def __init__(self, *args: Any, tree: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partners"].queryset = known = Partner.objects.order_by("name")
        if not known:
            self.fields["new_partners"].label, self.fields["new_partners"].required = self.fields.pop("partners").label, True
        self.fields["units"].offer(tree, [node.id for node in tree])

    def clean_new_partners(self) -> list[str]:
        """The names typed; a name fits in 120 characters."""
        names = [name.strip() for name in self.cleaned_data["new_partners"].splitlines() if name.strip()]
        if any(len(name) > PARTNER_NAME for name in names):
            raise forms.ValidationError(_("A name can have at most %(n)d characters.") % {"n": PARTNER_NAME})
        return names

    def clean(self) -> dict[str, Any]:
        """At least one party."""
        data = super().clean()
        if "partners" in self.fields and not data.get("partners") and not data.get("new_partners"):
            self.add_error("partners", _("Choose a partner, or write the name of a new one."))
        return data


class EndForm(CarefulForm):
    """The day from which an agreement no longer holds."""

    on = Day(label=gettext_lazy("Ends on"))


class AdviserForm(CarefulForm):
    """An adviser of a partner: name and, when there is one, e-mail for the invitation."""

    name = TextField(label=gettext_lazy("Name"), max_length=120, required=True)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
