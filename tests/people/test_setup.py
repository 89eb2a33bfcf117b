"""The first minute: an empty installation, a link that works once, and the first administrator."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from bedre.kernel.tenancy import active
from bedre.organisation.models import HoursPerFte, Municipality, MunicipalityNumber
from bedre.people import setup
from bedre.people.models import Account, Person, SetupLink

pytestmark = pytest.mark.django_db
TYPED = {
    "official": "Harstad", "slug": "", "language": "nb", "accent": "#0b5a6f", "administrator": "Administrator", "email": "",
    "username": "admin", "password": "fire ord etter hverandre",
}  # fmt: skip


def path() -> str:
    return setup.make_link().removeprefix("http://localhost:8000")


def test_an_empty_installation_says_how_to_begin(client):
    setup.announce.cache_clear()
    page = client.get("/").content.decode()
    assert "bedre setup" in page and "/kom-i-gang/" not in page


def test_looking_at_the_first_page_does_not_end_the_link_that_was_given(client):
    setup.announce.cache_clear()
    link = path()
    client.get("/")
    assert client.get(link).status_code == 200


def test_only_a_hash_of_the_link_is_kept(client):
    secret = path().split("/")[2]
    assert not SetupLink.objects.filter(secret_hash__contains=secret).exists()
    assert client.get(f"/kom-i-gang/{secret}/").status_code == 200


def test_the_first_administrator_makes_account_and_municipality_in_one_go(client):
    link = path()
    answer = client.post(link, TYPED)
    assert answer.url == "/harstad/enheter/"
    harstad = Municipality.objects.get(slug="harstad")
    assert (harstad.name, harstad.name_official) == ("Harstad", "Harstad - Hárstták")
    with active(harstad):
        assert MunicipalityNumber.objects.get().number == "5503"
        assert HoursPerFte.objects.count() == 5
        assert [role.kind for role in Person.objects.get().roles.all()] == ["administrator"]
    assert client.get("/harstad/folk/").status_code == 200
    client.logout()
    assert client.post(link, {**TYPED, "username": "annen", "official": "Vestvågøy"}).status_code == 410
    assert Municipality.objects.count() == 1


@pytest.mark.parametrize("meant", ["5503", "harstad", "Harstad - Hárstták", " HARSTAD "])
def test_the_municipality_is_found_however_it_is_written(client, meant):
    assert client.post(path(), {**TYPED, "official": meant}).status_code == 302


def test_a_name_that_two_share_shows_the_county_of_each(client):
    page = client.post(path(), {**TYPED, "official": "Herøy"})
    assert page.status_code == 422
    assert "Herøy (Møre og Romsdal), Herøy (Nordland)" in page.content.decode()
    assert client.post(path(), {**TYPED, "official": "Herøy (Nordland)"}).url == "/heroy/enheter/"
    second = client.post(path(), {**TYPED, "official": "Herøy (Møre og Romsdal)"})
    assert (second.status_code, "Den adressen er tatt" in second.content.decode()) == (422, True)


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client):
    typed = {**TYPED, "official": "Atlantis", "slug": "konto", "password": "kort", "username": "har mellomrom"}
    page = client.post(path(), typed)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Ingen kommune heter det" in text and 'value="Atlantis"' in text and 'value="har mellomrom"' in text
    assert "tatt" in client.post(path(), {**TYPED, "slug": "konto"}).content.decode()
    assert not Account.objects.exists()


def test_a_link_runs_out_and_a_new_one_ends_the_old(client):
    first, second = path(), path()
    assert (client.get(first).status_code, client.get(second).status_code) == (410, 200)
    SetupLink.objects.update(expires_at=timezone.now() - dt.timedelta(minutes=1))
    assert client.get(second).status_code == 410
