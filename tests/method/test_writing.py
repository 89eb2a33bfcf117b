"""The municipality's own variant, written in the browser or taken in from a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bedre.kernel.tenancy import active
from bedre.method import catalog
from bedre.method.models import MethodVersion

TEXT = catalog.text()
OWN = TEXT.replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')
EDIT = "/harstad/metode/endre/"


def count(cast) -> int:
    with active(cast.municipality):
        return MethodVersion.objects.count()


def test_writing_begins_with_the_newest_version_or_the_one_that_is_asked_for(cast, client_as):
    with active(cast.municipality):
        for text in (OWN, TEXT):
            MethodVersion.keep(text, by=cast.coordinator)
    client = client_as("coordinator")
    assert "Forbedringsmøte" not in client.get(EDIT).content.decode()
    assert "Forbedringsmøte" in client.get(f"{EDIT}?fra=1").content.decode()


@pytest.mark.parametrize("asked", ["x", "-1", "99", "9" * 50, "٣"])
def test_an_unknown_version_to_begin_with_is_the_newest(cast, client_as, asked):
    assert client_as("coordinator").get(EDIT, {"fra": asked}).status_code == 200


def test_faults_come_back_with_their_line_and_the_text(cast, client_as):
    response = client_as("coordinator").post(
        EDIT, {"text": TEXT.replace("purpose:", "purpos:", 1) + "# mitt 🌻", "note": "Nye ord", "on": "2015-06-20"}
    )
    page, line = response.content.decode(), TEXT[: TEXT.index("purpose:")].count("\n") + 1
    assert response.status_code == 422
    assert f'<a href="#linje-{line}">Linje {line}</a>: «purpos» er ikke et ord i formatet. Mente du «purpose»?' in page
    assert f'<li id="linje-{line}" data-fault>' in page
    assert "# mitt 🌻" in page and "Nye ord" in page and "2015-06-20" in page


def test_a_text_is_kept_and_followed_from_its_date(cast, client_as):
    client = client_as("coordinator")
    client.post(EDIT, {"text": OWN.replace("\n", "\r\n"), "note": "Egne ord", "on": "2015-06-15"})
    assert "Forbedringsmøte" in client.get("/harstad/metode/").content.decode()
    assert client.get("/harstad/metode/versjon/1.yaml").content.decode() == OWN


def test_without_a_date_a_version_is_kept_and_not_followed(cast, client_as):
    client = client_as("coordinator")
    assert client.post(EDIT, {"text": OWN}).url == "/harstad/metode/versjon/1/"
    assert "Forbedringsmøte" not in client.get("/harstad/metode/").content.decode()


def test_a_date_that_is_none_is_said_and_nothing_is_kept(cast, client_as):
    response = client_as("coordinator").post(EDIT, {"text": OWN, "on": "2015-13-01"})
    assert response.status_code == 422
    assert "Forbedringsmøte" in response.content.decode()
    assert count(cast) == 0


def test_a_file_takes_the_place_of_the_text(cast, client_as):
    client = client_as("coordinator")
    client.post(EDIT, {"text": TEXT, "file": SimpleUploadedFile("metode.yaml", b"\xef\xbb\xbf" + OWN.encode())})
    assert "Forbedringsmøte" in client.get("/harstad/metode/versjon/1/").content.decode()


def test_a_file_with_faults_is_shown_as_text_to_mend(cast, client_as):
    file = SimpleUploadedFile("metode.yaml", OWN.replace("title:", "titel:", 1).encode())
    page = client_as("coordinator").post(EDIT, {"file": file}).content.decode()
    assert "«titel»" in page and "Forbedringsmøte" in page


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b" ", "Dette er ikke en metode"),
        (b"\xff\xfe\x00a", "ikke tekst i UTF-8"),
        (b"PK\x03\x04", "usynlig"),
        (b"a\x00b", "usynlig"),
        (b"x" * 300_000, "høyst 200 kB"),
    ],
)
def test_a_file_that_is_no_method_is_refused_with_a_reason(cast, client_as, content, says):
    response = client_as("coordinator").post(EDIT, {"file": SimpleUploadedFile("m.yaml", content)})
    assert response.status_code == 422
    assert says in response.content.decode()
    assert count(cast) == 0


def test_the_second_who_writes_is_told_and_keeps_the_text(cast, client_as):
    client_as("director").post(EDIT, {"text": TEXT, "seen": 0})
    client = client_as("coordinator")
    response = client.post(EDIT, {"text": OWN, "seen": 0})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Noen andre" in page and "Forbedringsmøte" in page and 'name="seen" value="1"' in page
    assert client.post(EDIT, {"text": OWN, "seen": 1}).status_code == 302


def test_what_is_followed_already_is_said(cast, client_as):
    client = client_as("coordinator")
    client.post(EDIT, {"text": OWN, "on": "2015-06-01"})
    assert client.post(EDIT, {"text": OWN, "on": "2015-06-02"}).status_code == 422


def test_a_note_that_holds_a_tag_is_shown_as_text(cast, client_as):
    client = client_as("coordinator")
    client.post(EDIT, {"text": OWN, "note": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get("/harstad/metode/").content.decode()
