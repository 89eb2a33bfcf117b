"""Pages outside any municipality: the first page, signing in, the first minute.

allauth's views under our own addresses. OpenID Connect will take `konto/ekstern/` (see `adapter.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.http import HttpRequest, HttpResponse
from django.urls import path

from .views import email, entrance, sessions, setup


def told(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """allauth answers a faulty form with 200; our forms answer 422."""

    @wraps(view)
    def with_status(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (getattr(response, "context_data", None) or {}).get("form")
        if form is not None and form.is_bound and form.errors:
            response.status_code = 422
        return response

    return with_status


urlpatterns = [
    path("", entrance.root, name="root"),
    path("kom-i-gang/<str:secret>/", setup.setup, name="setup"),
    path("konto/logg-inn/", told(entrance.SignIn.as_view()), name="account_login"),
    path("konto/logg-inn/demo/", entrance.enter_demo, name="enter_demo"),
    path("konto/sprak/", entrance.choose_language, name="choose_language"),
    path("konto/logg-ut/", account.logout, name="account_logout"),
    path("konto/stengt/", account.account_inactive, name="account_inactive"),
    path("konto/ny/", account.signup, name="account_signup"),
    path("konto/bekreft/", told(account.reauthenticate), name="account_reauthenticate"),
    path("konto/e-post/", email.email, name="account_email"),
    path("konto/passord/", told(account.password_change), name="account_change_password"),
    path("konto/passord/nytt/", told(account.password_set), name="account_set_password"),
    path("konto/glemt-passord/", told(account.password_reset), name="account_reset_password"),
    path("konto/glemt-passord/sendt/", account.password_reset_done, name="account_reset_password_done"),
    path("konto/glemt-passord/ferdig/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path(
        "konto/glemt-passord/<str:uidb36>/<str:key>/",
        told(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("konto/sikkerhet/", mfa.index, name="mfa_index"),
    path("konto/sikkerhet/kode/", told(mfa.authenticate), name="mfa_authenticate"),
    path("konto/sikkerhet/bekreft/", told(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("konto/sikkerhet/kodeapp/", told(totp.activate_totp), name="mfa_activate_totp"),
    path("konto/sikkerhet/kodeapp/slutt/", told(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("konto/sikkerhet/reservekoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("konto/sikkerhet/reservekoder/nye/", told(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("konto/sikkerhet/reservekoder/fil/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("konto/sikkerhet/nokler/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("konto/sikkerhet/nokler/ny/", told(keys.add_webauthn), name="mfa_add_webauthn"),
    path("konto/sikkerhet/nokler/bekreft/", told(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("konto/sikkerhet/nokler/<int:pk>/", told(keys.edit_webauthn), name="mfa_edit_webauthn"),
    path("konto/sikkerhet/nokler/<int:pk>/fjern/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("konto/logg-inn/nokkel/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("konto/okter/", sessions.sessions, name="usersessions_list"),
]
