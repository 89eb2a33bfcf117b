"""Puts the cast on the stage of a running Bedre and prints a session key for each of them, as JSON."""

import json
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedre.config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from bedre.people.models import Account  # noqa: E402
from tests.cast import make_cast  # noqa: E402


def session(account: Account) -> str:
    """A session as signing in makes it."""
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.create()
    return store.session_key


if __name__ == "__main__":
    make_cast()
    print(json.dumps({account.username: session(account) for account in Account.objects.all()}))
