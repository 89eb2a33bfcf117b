"""What the first administrator chooses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.organisation.addresses import as_slug
from bedre.organisation.forms.unit import SLUG
from bedre.organisation.models import Municipality
from bedre.organisation.names import OfficialMunicipality, official
from bedre.web.typed import Line

from .account import AccountForm


class FoundForm(forms.Form):
    """Which municipality, and how it looks."""

    official = forms.CharField(
        label=gettext_lazy("Municipality"), max_length=200, widget=forms.TextInput(attrs={"list": "official", "autocomplete": "off"}),
        help_text=gettext_lazy("Start writing the name and choose, or write its number."),
    )  # fmt: skip
    slug = forms.CharField(
        label=gettext_lazy("Address"), required=False, max_length=60, validators=[SLUG],
        help_text=gettext_lazy("First part of every link, as /harstad/. Leave it empty, and it is made from the name. It never changes."),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=Municipality.LANGUAGES, initial="nb", widget=forms.RadioSelect
    )
    accent = forms.RegexField(
        r"^#[0-9a-fA-F]{6}$", label=gettext_lazy("Colour"), initial="#0b5a6f", widget=forms.TextInput(attrs={"type": "color"}),
        help_text=gettext_lazy("The municipality's own. It can be changed later."),
    )  # fmt: skip
    administrator = Line(label=gettext_lazy("Your name"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"), required=False, help_text=gettext_lazy("For a new password when you need one.")
    )

    def clean_official(self) -> OfficialMunicipality:
        """The one that was meant. Raises ValidationError for none, and for a name that two share."""
        meant = self.cleaned_data["official"].strip().casefold()
        fits = [m for m in official() if meant in {m.number, m.label.casefold(), m.name.casefold(), m.name_official.casefold()}]
        exact = [m for m in fits if meant == m.label.casefold()]
        if len(exact or fits) == 1:
            return (exact or fits)[0]
        if fits:
            raise forms.ValidationError(_("There is more than one: %(names)s.") % {"names": ", ".join(m.label for m in fits)})
        raise forms.ValidationError(_("No municipality is called that. Choose one from the list."))

    def clean(self) -> dict[str, Any]:
        """An address that is free."""
        data = super().clean() or {}
        if "official" in data and "slug" in data:
            data["slug"] = data["slug"] or as_slug(data["official"].name)
            if data["slug"] in settings.OUTSIDE or Municipality.objects.filter(slug=data["slug"]).exists():
                self.add_error("slug", _("That address is taken. Choose another."))
        return data


class SetupForm(AccountForm, FoundForm):
    """All of it, for somebody without an account."""

    field_order = ["official", "slug", "language", "accent", "administrator", "email", "username", "password"]
