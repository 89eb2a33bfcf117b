"""What people type about a meeting."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.web.careful import LONG, Careful


class MinutesForm(Careful):
    """What is corrected or added. `version` tells which minutes the writer saw."""

    text = forms.CharField(
        label=_("It can be corrected until the next meeting"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CancelForm(Careful):
    """Why a meeting falls out."""

    reason = forms.CharField(
        label=_("Why does it fall out?"), max_length=300, error_messages={"required": _("Say why the meeting falls out.")}
    )
