"""The pages of the method."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bedre.kernel.tenancy import active
from bedre.method import catalog
from bedre.method.models import MethodVersion

TEXT = catalog.text(catalog.DEFAULT)
OWN = TEXT.replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')


def adopt(client):
    return client.post("/harstad/metode/ta-i-bruk/", {"name": catalog.DEFAULT, "on": "2015-01-05", "submission": uuid.uuid4()})


def test_the_method_is_adopted_once_however_often_it_is_sent(cast, client_as):
    client = client_as("coordinator")
    data = {"name": catalog.DEFAULT, "on": "2015-01-05", "submission": str(uuid.uuid4())}
    first, second = (client.post("/harstad/metode/ta-i-bruk/", data) for _ in range(2))
    assert first.url == second.url
    with active(cast.municipality):
        assert MethodVersion.objects.count() == 1


def test_the_page_tells_the_method_in_few_queries(cast, client_as, django_assert_num_queries):
    client = client_as("employee")
    adopt(client_as("coordinator"))
    with django_assert_num_queries(10):
        response = client.get("/harstad/metode/")
    assert "Kontrollere" in response.content.decode()


def test_faults_come_back_with_their_line_and_the_text(cast, client_as):
    response = client_as("coordinator").post(
        "/harstad/metode/endre/", {"text": TEXT.replace("purpose:", "purpos:", 1) + "# mitt 🌻"}
    )
    page = response.content.decode()
    assert response.status_code == 422
    line = TEXT[: TEXT.index("purpose:")].count("\n") + 1
    assert f"Linje {line}" in page and "# mitt 🌻" in page


def test_a_file_becomes_the_own_variant(cast, client_as):
    file = SimpleUploadedFile("metode.yaml", OWN.encode())
    client = client_as("coordinator")
    response = client.post("/harstad/metode/endre/", {"file": file, "note": "Egne ord", "on": "2015-06-01"})
    assert response.status_code == 302
    assert "Forbedringsmøte" in client.get("/harstad/metode/").content.decode()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00a", b"PK\x03\x04", b"x" * 300_000])
def test_a_file_that_is_no_method_is_refused(cast, client_as, content):
    response = client_as("coordinator").post("/harstad/metode/endre/", {"file": SimpleUploadedFile("m.yaml", content or b" ")})
    assert response.status_code == 422


def test_what_is_taken_out_can_be_put_in_again(cast, client_as):
    client = client_as("coordinator")
    adopt(client)
    assert client.get("/harstad/metode/versjon/1.yaml").content.decode() == TEXT


def test_an_employee_reads_but_does_not_change(cast, client_as):
    client = client_as("employee")
    assert client.get("/harstad/metode/").status_code == 200
    assert client.get("/harstad/metode/endre/").status_code == 403


def test_another_municipality_is_not_there(cast, client_as):
    assert client_as("stranger").get("/harstad/metode/").status_code == 404
