"""Why a file is taken out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bedre.web.careful import Careful


class RedactForm(Careful):
    """The reason, which is kept."""

    reason = forms.CharField(
        label=_("Why"), max_length=300, error_messages={"required": _("Say why. The reason is kept, the file is not.")}
    )
