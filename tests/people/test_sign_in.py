"""Signing in: by password, by code, by one click in the demonstration; rate limits; sessions; what a signed-out tab says."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from bedre.people.models import Account
from bedre.people.privacy import forget_in_time, forget_traces

SIGN_IN = "/konto/logg-inn/"
PASSWORD = "fire ord etter hverandre"


@pytest.fixture
def account(cast) -> Account:
    account = cast.leader.account
    account.set_password(PASSWORD)
    account.save()
    return account


def sign_in(client: Client, login: str = "leader", password: str = PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": login, "password": password}, **extra)


@pytest.mark.parametrize("login", ["leader", "leader@example.org"])
def test_user_name_or_email_with_password_leads_to_ones_municipality(client, account, login):
    assert sign_in(client, login).url == "/"
    assert client.get("/").url == "/harstad/"


def test_a_wrong_password_is_422_keeps_the_name_and_does_not_say_which_was_wrong(client, account):
    known, unknown = sign_in(client, password="feil passord"), sign_in(client, "finnes-ikke")
    for page in (known, unknown):
        assert page.status_code == 422
        assert "Brukernavnet eller passordet er feil." in page.content.decode()
    assert 'value="leader"' in known.content.decode()


def test_five_wrong_tries_close_the_door_for_a_while(client, account):
    for _try in range(5):
        sign_in(client, password="feil passord")
    assert "For mange forsøk" in sign_in(client).content.decode()
    assert "_auth_user_id" not in client.session


def test_next_leads_back_but_never_to_another_site(client, account):
    assert client.get("/harstad/enheter/").url == f"{SIGN_IN}?next=%2Fharstad%2Fenheter%2F"
    assert (
        client.post(SIGN_IN, {"login": "leader", "password": PASSWORD, "next": "/harstad/enheter/"}).url == "/harstad/enheter/"
    )
    client.logout()
    assert client.post(SIGN_IN, {"login": "leader", "password": PASSWORD, "next": "https://example.com/"}).url == "/"


def test_a_code_app_asks_for_a_code_after_the_password(client, account):
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    assert sign_in(client).url == "/konto/sikkerhet/kode/"
    assert client.get("/harstad/enheter/").status_code == 302
    assert client.post("/konto/sikkerhet/kode/", {"code": "000000"}).status_code == 422
    code = f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06}"
    client.post("/konto/sikkerhet/kode/", {"code": code})
    assert client.get("/harstad/enheter/").status_code == 200


def test_a_forgotten_password_is_mailed_as_a_link_that_works_once(client, account):
    client.post("/konto/glemt-passord/", {"email": "leader@example.org"})
    told = mail.outbox[-1]
    assert (told.to, told.subject) == (["leader@example.org"], "Nytt passord til Bedre")
    link = next(word for word in told.body.split() if word.startswith("http")).removeprefix("http://localhost:8000")
    page = client.get(link, follow=True)
    answer = client.post(page.redirect_chain[-1][0], {"password1": "helt nye ord her", "password2": "helt nye ord her"})
    assert answer.status_code == 302
    assert sign_in(Client(), password="helt nye ord her").status_code == 302
    assert "virker ikke lenger" in Client().get(link, follow=True).content.decode()


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, account):
    known, unknown = (client.post("/konto/glemt-passord/", {"email": e}) for e in ("leader@example.org", "x@example.org"))
    assert known.url == unknown.url
    assert [message.to for message in mail.outbox] == [["leader@example.org"]]


def test_nobody_signs_up_by_himself(client, cast):
    assert "Du får konto med en invitasjon" in client.get("/konto/ny/").content.decode()
    assert client.post("/konto/ny/", {"username": "ny", "password1": PASSWORD}).status_code == 200
    assert not Account.objects.filter(username="ny").exists()


def test_own_sessions_are_listed_and_can_be_ended(client, account):
    other = Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140"})
    sign_in(other)
    sign_in(client)
    page = client.get("/konto/okter/").content.decode()
    assert "Firefox, Windows" in page and page.count("Logg ut der") == 1
    client.post("/konto/okter/", {"session": UserSession.objects.get(user_agent__contains="Firefox").pk})
    assert other.get("/harstad/enheter/").status_code == 302
    assert client.get("/harstad/enheter/").status_code == 200


def test_not_even_an_administrator_sees_when_and_where_others_signed_in(client, account, cast):
    sign_in(Client(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140"}))
    administrator = cast.administrator.account
    administrator.set_password(PASSWORD)
    administrator.save()
    sign_in(client, "administrator")
    assert "Firefox" not in client.get("/konto/okter/").content.decode()


def test_nobody_ends_another_ones_session(client, account, client_as):
    sign_in(client)
    theirs = UserSession.objects.get(user=account)
    assert client_as("employee").post("/konto/okter/", {"session": theirs.pk}).status_code == 404


def test_traces_are_gone_after_thirty_days(client, account):
    sign_in(client)
    Authenticator.objects.create(user=account, type="totp", data={}, last_used_at=timezone.now() - dt.timedelta(days=31))
    UserSession.objects.update(created_at=timezone.now() - dt.timedelta(days=29))
    forget_traces(30)
    assert UserSession.objects.count() == 1
    UserSession.objects.update(created_at=timezone.now() - dt.timedelta(days=31))
    forget_in_time()
    assert UserSession.objects.count() == 0
    assert Authenticator.objects.get().last_used_at is None
    assert client.get("/harstad/enheter/").status_code == 302


def test_when_somebody_was_last_here_is_not_kept(client, account):
    sign_in(client)
    assert not hasattr(Account.objects.get(pk=account.pk), "last_login") or account.last_login is None
    assert "last_login" not in {field.name for field in Account._meta.get_fields()}


TYPED = {"name": "Nytt <navn> & 'sånt'", "email": "", "language": "nb", "version": ""}
OURS = {"sec-fetch-site": "same-origin"}


def test_a_tab_from_before_signing_out_loses_nothing_of_what_was_typed(client, account):
    page = client.post("/harstad/min-profil/", TYPED, headers=OURS)
    assert page.status_code == 403
    assert (
        "Du ble logget ut" in page.content.decode()
        and "Nytt &lt;navn&gt; &amp; &#x27;sånt&#x27;</textarea>" in page.content.decode()
    )
    sign_in(client)
    assert client.post("/harstad/min-profil/", TYPED).status_code == 302
    assert TYPED["name"].replace("<", "&lt;").split()[0] in client.get("/harstad/min-profil/").content.decode()


def test_a_form_from_before_signing_in_anew_can_be_sent_again(account):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    page = client.post("/harstad/min-profil/", TYPED, headers=OURS)
    assert (page.status_code, "Du har logget inn på nytt" in page.content.decode()) == (403, True)
    token = client.cookies["csrftoken"].value
    assert client.post("/harstad/min-profil/", {**TYPED, "csrfmiddlewaretoken": token}).status_code == 302


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://example.com"}])
def test_another_site_gets_no_form_to_press_again(account, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    page = client.post("/harstad/min-profil/", TYPED, headers=headers)
    assert (page.status_code, "Nytt" in page.content.decode()) == (403, False)


def test_the_language_can_be_chosen_before_signing_in(client, cast):
    client.post("/konto/sprak/", {"language": "nn", "next": SIGN_IN})
    assert "Brukarnamn" in client.get(SIGN_IN).content.decode()
    assert client.post("/konto/sprak/", {"language": "xx", "next": "https://example.com"}).url == SIGN_IN


@pytest.fixture
def demo(cast, monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    cast.municipality.is_demo = True
    cast.municipality.save()
    Account.objects.filter(username__in=["leader", "coach"]).update(is_demo=True)
    return cast


def test_the_demonstration_is_entered_by_one_click(client, demo):
    page = client.get(SIGN_IN).content.decode()
    assert "Gå inn som" in page and 'value="leader"' in page and "Forberede og lede møtet" in page
    assert client.post(f"{SIGN_IN}demo/", {"account": "leader", "next": "/harstad/enheter/"}).url == "/harstad/enheter/"
    assert client.get("/harstad/enheter/").status_code == 200


def test_a_click_opens_no_account_outside_the_demonstration(client, demo, monkeypatch):
    assert client.get(f"{SIGN_IN}demo/").status_code == 405
    assert client.post(f"{SIGN_IN}demo/", {"account": "employee"}).status_code == 404
    demo.municipality.is_demo = False
    demo.municipality.save()
    assert client.post(f"{SIGN_IN}demo/", {"account": "leader"}).status_code == 404
    demo.municipality.is_demo = True
    demo.municipality.save()
    monkeypatch.setattr(settings, "DEMO", False)
    assert client.post(f"{SIGN_IN}demo/", {"account": "leader"}).status_code == 404
    assert "Gå inn som" not in client.get(SIGN_IN).content.decode()


def test_somebody_in_several_municipalities_chooses(client, cast):
    from bedre.kernel.tenancy import active
    from bedre.people.models import Person

    with active(cast.elsewhere):
        Person.add(name="Rådgiver").connect(cast.adviser.account)
    client.force_login(cast.adviser.account)
    page = client.get("/").content.decode()
    assert 'href="/harstad/"' in page and 'href="/vestvagoy/"' in page
