"""One's own account: what is sensitive asks once more who it is."""

from __future__ import annotations

import pytest
from django.test import Client

from bedre.people.models import Account

PASSWORD = "fire ord etter hverandre"


@pytest.fixture
def account(cast) -> Account:
    account = cast.leader.account
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.mark.parametrize("page", ["konto/e-post/", "konto/sikkerhet/nokler/ny/", "konto/sikkerhet/kodeapp/"])
def test_what_opens_an_account_asks_who_it_is_once_more(account, page):
    client = Client()
    client.force_login(account)
    assert client.get(f"/{page}").url.startswith("/konto/bekreft/")
    wrong = client.post(f"/konto/bekreft/?next=/{page}", {"password": "feil"})
    assert (wrong.status_code, "ikke passordet ditt" in wrong.content.decode()) == (422, True)
    assert client.post(f"/konto/bekreft/?next=/{page}", {"password": PASSWORD}).url == f"/{page}"
    assert client.get(f"/{page}").status_code == 200


def test_the_address_for_a_new_password_belongs_to_one_account(client, account):
    client.post("/konto/logg-inn/", {"login": "leader", "password": PASSWORD})
    client.post("/konto/bekreft/", {"password": PASSWORD})
    assert client.post("/konto/e-post/", {"email": "Employee@example.org"}).status_code == 422
    assert client.post("/konto/e-post/", {"email": "ny@example.org"}).status_code == 302
    account.refresh_from_db()
    assert account.email == "ny@example.org"


@pytest.mark.parametrize("page", ["konto/sikkerhet/", "konto/okter/", "konto/passord/", "konto/e-post/"])
def test_the_pages_of_an_account_are_for_those_signed_in(client, cast, page):
    assert client.get(f"/{page}").url.startswith("/konto/logg-inn/")


def test_a_page_that_signs_in_carries_no_inline_script(client, account):
    client.post("/konto/logg-inn/", {"login": "leader", "password": PASSWORD})
    client.post("/konto/bekreft/", {"password": PASSWORD})
    for page in ("sikkerhet/nokler/ny/", "sikkerhet/kodeapp/", "sikkerhet/", "okter/"):
        answer = client.get(f"/konto/{page}")
        assert answer.content.count(b"<script") == answer.content.count(b'<script type="module" src=') + answer.content.count(
            b"<script src="
        )
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
