"""Addresses outside any municipality: no role counts there, only whether one is signed in."""

ANYONE = [
    "root", "health", "setup", "ics", "offline", "worker", "account_login", "account_logout", "account_inactive", "account_signup", "choose_language",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "mfa_authenticate", "mfa_login_webauthn", "enter_demo", "mailbox", "clock",
]  # fmt: skip
"""Open, or guarded by a secret in the address; the last three are not there in production."""

SIGNED_IN = [
    "account_email", "account_change_password", "account_set_password", "account_reauthenticate", "usersessions_list", "mfa_index",
    "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn", "mfa_edit_webauthn",
    "mfa_remove_webauthn",
]  # fmt: skip
"""One's own account only."""

SOMETHING = {"secret": "x", "slug": "harstad", "uidb36": "1", "key": "x-y", "pk": "1"}
"""What stands in these addresses when nothing is behind them."""
