"""An invitation: by mail or as a link, once, for two weeks, and to nobody else's municipality."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.people.models import Account, Invitation, Person

TYPED = {"username": "ny.ansatt", "password": "fire ord etter hverandre"}


@pytest.fixture
def newcomer(harstad) -> Person:
    person = Person.add(name="Ny ansatt", employee_number="77", email="ny@example.org")
    person.hold("employee", at=harstad.unit, starts_on=dt.date(2015, 6, 1))
    return person


def invite(client: Client, person: Person, **typed: str):
    return client.post(f"/harstad/folk/{person.pk}/invitasjon/", typed)


def link_in(text: str) -> str:
    start = text.index("http://localhost:8000/harstad/invitasjon/")
    return text[start:].split('"')[0].split()[0].removeprefix("http://localhost:8000")


def test_a_link_gives_user_name_and_password_and_works_once(newcomer, client_as):
    link = link_in(invite(client_as("administrator"), newcomer).content.decode())
    browser = Client()
    assert "Ny ansatt" in browser.get(link).content.decode()
    assert browser.post(link, TYPED).url == "/harstad/"
    assert browser.get("/harstad/enheter/").status_code == 200
    assert Client().get(link).status_code == 410
    assert Client().post("/konto/logg-inn/", {"login": "ny.ansatt", "password": TYPED["password"]}).status_code == 302


def test_a_mailed_link_works_and_no_secret_lies_in_the_log(newcomer, client_as, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        invite(client_as("administrator"), newcomer, mail="1")
    told = mail.outbox[-1]
    assert told.to == ["ny@example.org"] and told.subject == "Velkommen til Bedre i Harstad kommune"
    assert Client().get(link_in(told.body)).status_code == 200


def test_a_new_invitation_ends_the_one_before(newcomer, client_as):
    admin = client_as("administrator")
    first, second = (link_in(invite(admin, newcomer).content.decode()) for _ in range(2))
    assert (Client().get(first).status_code, Client().get(second).status_code) == (410, 200)
    Invitation.objects.update(expires_at=timezone.now())
    assert Client().get(second).status_code == 410


def test_somebody_who_has_left_has_an_account_or_no_mail_is_not_invited(harstad, newcomer):
    with pytest.raises(DomainError, match="har allerede en konto"):
        Invitation.make(harstad.leader, by=None)
    with pytest.raises(DomainError, match="ingen e-postadresse"):
        Invitation.make(Person.add(name="Uten e-post"), by=None, mail=True)
    newcomer.leave(on=dt.date(2015, 6, 2), by=None)
    with pytest.raises(DomainError, match="har sluttet"):
        Invitation.make(newcomer, by=None)


def test_weak_passwords_and_taken_names_are_refused_and_the_rest_is_kept(newcomer, client_as):
    link = link_in(invite(client_as("administrator"), newcomer).content.decode())
    page = Client().post(link, {"username": "Leader", "password": "passord123"})
    assert page.status_code == 422
    assert "Noen andre har det brukernavnet" in page.content.decode() and 'value="Leader"' in page.content.decode()
    assert not Account.objects.filter(username="Leader").exists()


def test_somebody_signed_in_can_keep_the_account(newcomer, client_as, cast):
    link = link_in(invite(client_as("administrator"), newcomer).content.decode())
    stranger = client_as("stranger")
    stranger.post(link, {"own": "1"})
    newcomer.refresh_from_db()
    assert newcomer.account == cast.stranger.account


def test_an_invitation_of_one_municipality_opens_nothing_in_another(newcomer, client_as, cast):
    link = link_in(invite(client_as("administrator"), newcomer).content.decode())
    assert Client().get(link.replace("/harstad/", "/vestvagoy/")).status_code == 410
    with active(cast.elsewhere):
        assert not Invitation.objects.exists()


@pytest.mark.parametrize("role", ["leader", "coordinator", "director", "employee", "adviser"])
def test_only_an_administrator_invites(newcomer, client_as, role):
    assert invite(client_as(role), newcomer).status_code == 403


def test_many_are_invited_at_once_and_nobody_twice(newcomer, client_as, cast, django_capture_on_commit_callbacks):
    admin = client_as("administrator")
    assert "1 person har e-postadresse" in admin.get("/harstad/folk/inviter/?enhet=omsorg-sor").content.decode()
    assert "Alle med e-postadresse" in admin.get("/harstad/folk/inviter/?enhet=nav").content.decode()
    for _press in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            admin.post("/harstad/folk/inviter/?enhet=omsorg-sor")
    assert [message.to for message in mail.outbox] == [["ny@example.org"]]


def test_an_account_that_is_somebody_here_already_cannot_become_a_second_person(newcomer, client_as):
    link = link_in(invite(client_as("administrator"), newcomer).content.decode())
    answer = client_as("leader").post(link, {"own": "1"})
    newcomer.refresh_from_db()
    assert (answer.status_code, newcomer.account) == (409, None)
    assert "Denne kontoen hører allerede til en annen her. Logg ut først." in answer.content.decode()
