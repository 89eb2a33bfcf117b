"""Signing in, and choosing how one will sign in."""

from __future__ import annotations

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bedre.people.models import Account

USERNAME = RegexValidator(r"^[\w.+-]+$", gettext_lazy("Use letters, figures, full stop, hyphen and underscore."))


class SignInForm(LoginForm):
    """User name or e-mail, and password."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail")
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"
        self.fields["login"].widget.attrs["autocapitalize"] = "none"


class AccountForm(forms.Form):
    """A new account: user name and password."""

    username = forms.CharField(
        label=gettext_lazy("User name"), max_length=150, validators=[USERNAME],
        help_text=gettext_lazy("You sign in with this. It need not be an e-mail address."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip
    password = forms.CharField(
        label=gettext_lazy("Password"), strip=False, max_length=200,
        help_text=gettext_lazy("At least 10 characters. Four words after each other are easy to remember."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )  # fmt: skip

    def clean_username(self) -> str:
        """Nobody else may have it, in whatever case."""
        username = self.cleaned_data["username"]
        if Account.objects.filter(username__iexact=username).exists():
            raise ValidationError(_("Somebody else has that user name. Choose another."))
        return username

    def clean_password(self) -> str:
        """Long enough, and not among those everybody tries first."""
        password = self.cleaned_data["password"]
        validate_password(password, Account(username=self.data.get("username", "")))
        return password

    def make_account(self, email: str = "") -> Account:
        """The account; its e-mail only when nobody else signs in with it."""
        free = email and not Account.objects.filter(email__iexact=email).exists()
        return Account.objects.create_user(
            self.cleaned_data["username"], email if free else None, self.cleaned_data["password"]
        )
