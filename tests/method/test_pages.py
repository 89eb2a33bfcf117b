"""Reading the method, adopting it, and following another version."""

import uuid

import pytest
from django.urls import reverse

from bedre.kernel.tenancy import active
from bedre.method import catalog
from bedre.method.models import MethodAdoption, MethodVersion

TEXT = catalog.text()
OWN = TEXT.replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')


def adopt(client, **more):
    data = {"name": catalog.DEFAULT, "on": "2015-01-05", "submission": uuid.uuid4(), **more}
    return client.post("/harstad/metode/ta-i-bruk/", data)


def keep(cast, *texts):
    with active(cast.municipality):
        return [MethodVersion.keep(text, by=cast.coordinator) for text in texts]


def test_until_one_is_adopted_the_page_tells_what_comes_with_bedre(cast, client_as):
    page = client_as("employee").get("/harstad/metode/").content.decode()
    assert "Kommunen har ikke tatt i bruk en metode ennå" in page
    assert "Vestre Toten-modellen" in page


def test_the_method_is_told_in_the_readers_language(cast, client_as):
    with active(cast.municipality):
        cast.employee.language = "nn"
        cast.employee.save()
    assert "Einingsleiar og stadfortredar" in client_as("employee").get("/harstad/metode/").content.decode()


def test_the_method_is_adopted_once_however_often_it_is_sent(cast, client_as):
    client, key = client_as("coordinator"), uuid.uuid4()
    first, second = (adopt(client, submission=key) for _ in range(2))
    assert first.url == second.url
    with active(cast.municipality):
        assert MethodVersion.objects.count() == MethodAdoption.objects.count() == 1


def test_adopting_needs_a_date_and_a_method_that_exists(cast, client_as):
    response = adopt(client_as("coordinator"), name="annen", on="i morgen")
    assert response.status_code == 422
    assert "Kursdager" not in response.content.decode()


def test_an_earlier_version_stays_as_it_was_and_can_be_followed_again(cast, client_as):
    keep(cast, OWN, TEXT)
    client = client_as("coordinator")
    page = client.get("/harstad/metode/versjon/1/").content.decode()
    assert "Forbedringsmøte" in page and "Kommunen følger den ikke." in page and "Følg denne versjonen" in page
    assert client.post("/harstad/metode/versjon/1/folg/", {"on": "2015-06-15"}).status_code == 302
    assert "Forbedringsmøte" in client.get("/harstad/metode/").content.decode()
    assert "Kommunen følger versjon 1." in client.get("/harstad/metode/versjon/2/").content.decode()


def test_a_version_that_is_followed_already_says_so(cast, client_as):
    adopt(client_as("coordinator"))
    response = client_as("coordinator").post("/harstad/metode/versjon/1/folg/", {"on": "2015-06-15"})
    assert response.status_code == 422
    assert "følges allerede" in response.content.decode()


def test_what_is_taken_out_can_be_put_in_again(cast, client_as):
    adopt(client_as("coordinator"))
    response = client_as("employee").get("/harstad/metode/versjon/1.yaml")
    assert response.content.decode() == TEXT
    assert response["Content-Disposition"] == 'attachment; filename="vestre-toten-1.yaml"'


def test_the_published_text_can_be_taken_out_before_anything_is_adopted(cast, client_as):
    assert client_as("visitor").get("/harstad/metode/versjon/0.yaml").content.decode() == TEXT


def test_the_schema_is_open_to_any_editor(client, cast):
    answer = client.get("/harstad/metode/skjema.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/schema+json; charset=utf-8")
    assert answer.json()["title"] == "A method of Bedre"


@pytest.mark.parametrize("address", ["versjon/7/", "versjon/7.yaml"])
def test_a_version_that_is_not_kept_is_not_there(cast, client_as, address):
    assert client_as("employee").get(f"/harstad/metode/{address}").status_code == 404


@pytest.mark.parametrize("role", ["employee", "coach", "politician", "adviser", "visitor", "chief_union_rep", "administrator"])
def test_everyone_in_the_municipality_reads_but_does_not_decide(cast, client_as, role):
    keep(cast, TEXT)
    client = client_as(role)
    assert client.get("/harstad/metode/").status_code == 200
    assert client.get("/harstad/metode/endre/").status_code == 403
    assert adopt(client).status_code == 403
    assert client.post("/harstad/metode/versjon/1/folg/", {"on": "2015-06-15"}).status_code == 403


@pytest.mark.parametrize("role", ["coordinator", "director"])
def test_coordinator_and_leader_group_decide(cast, client_as, role):
    assert client_as(role).get("/harstad/metode/endre/").status_code == 200
    assert adopt(client_as(role)).status_code == 302


@pytest.mark.parametrize("address", ["", "endre/", "ta-i-bruk/", "versjon/1/", "versjon/1.yaml"])
def test_another_municipality_is_not_there(cast, client_as, address):
    keep(cast, TEXT)
    assert client_as("stranger").get(f"/harstad/metode/{address}").status_code == 404


def test_addresses_are_norwegian():
    assert reverse("method:follow", args=[3], urlconf="bedre.config.tenant_urls") == "/metode/versjon/3/folg/"
