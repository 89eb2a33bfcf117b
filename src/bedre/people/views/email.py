"""The e-mail address of one's account: where the link to a new password goes."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from ..models import Account
from .answer import answer


class EmailForm(forms.Form):
    """One address, which no other account has."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": gettext_lazy("Write the address as name@municipality.no.")},
    )  # fmt: skip

    def __init__(self, *args, account: Account, **kwargs) -> None:
        self.account = account
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        """Free, or one's own."""
        email = self.cleaned_data["email"]
        if email and Account.objects.filter(email__iexact=email).exclude(pk=self.account.pk).exists():
            raise ValidationError(_("Another account has that address."))
        return email


@login_required
@reauthentication_required
@require_http_methods(["GET", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    """Only after showing once more that it is oneself: whoever has the address can make a new password."""
    account: Any = request.user
    form = EmailForm(request.POST or None, account=account, initial={"email": account.email})

    def act() -> HttpResponse:
        account.email = form.cleaned_data["email"] or None
        account.save(update_fields=["email"])
        messages.success(request, _("Saved."))
        return redirect("mfa_index")

    return answer(request, form, act, {}, "account/email.html")
