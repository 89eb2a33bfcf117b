"""How signing in behaves where allauth leaves it to us.

OpenID Connect (ID-porten, Entra ID) comes in here later: `allauth.socialaccount` with its adapter beside these two, its routes in
`root_urls.py`, and a row in `sign_in.html`. Accounts stay as they are: an identity is one more way into the same account.
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by himself: accounts come by invitation."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("User name or password is wrong."),
        "email_password_mismatch": _("User name or password is wrong."),
        "account_inactive": _("This account is closed. Ask your administrator."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, or make a new password."),
        "enter_current_password": _("That is not your password."),
        "incorrect_password": _("That is not your password."),
        "invalid_password_reset": _("The link has been used or has run out."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: accounts come by invitation."""
        return False

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """Leave it to a task, which makes a link of its own: no secret lies in the queue, and the page answers as fast for nobody."""
        from .mails import send_reset

        send_reset.enqueue(str(user.pk), get_language() or "nb")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Password first, then a key, then a code: some who have a key have no code app."""
        order = ["reauthenticate", "mfa_reauthenticate:webauthn", "mfa_reauthenticate"]
        return sorted(super().get_reauthentication_methods(user), key=lambda method: order.index(method["id"]))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page about signing in."""
        return reverse("mfa_index")


class MfaAdapter(DefaultMFAAdapter):
    """Codes and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is wrong. Wait for the next one and try again."),
        "cannot_generate_recovery_codes": _("Turn on the code app or a security key first."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a new passkey is called until its owner says otherwise."""
        from django.utils.translation import gettext

        return gettext("My passkey")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Who asks for the passkey, as the browser shows it."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Bedre"}
