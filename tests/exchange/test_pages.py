"""The pages of an import: template, preview, confirmation, and what must not happen."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from bedre.exchange.models import Import, State
from bedre.kernel.tenancy import active
from bedre.people.models import Person
from tests.people.counting import asked

from .files import PEOPLE, UNITS, excel


@pytest.fixture
def admin(client_as):
    return client_as("administrator")


def send(client, word: str, rows: list[list], name: str = "liste.xlsx"):
    file = SimpleUploadedFile(name, excel(rows))
    return client.post(f"/harstad/import/{word}/ny/", {"file": file, "on": "2015-06-15"}, follow=True)


def test_the_template_can_be_filled_in_and_sent_back(admin, cast):
    book = load_workbook(io.BytesIO(admin.get("/harstad/import/enheter/mal/").content))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["Kode", "Navn", "Over"]
    sheet.append(["77", "Ny enhet"])
    packed = io.BytesIO()
    book.save(packed)
    page = admin.post(
        "/harstad/import/enheter/ny/",
        {"file": SimpleUploadedFile("m.xlsx", packed.getvalue()), "on": "2015-06-15"},
        follow=True,
    )
    assert "Skriv 1 rad" in page.content.decode()


def test_nothing_is_written_before_it_is_confirmed_and_then_all_of_it(admin, cast):
    page = send(admin, "folk", PEOPLE).content.decode()
    assert "Ingenting er skrevet ennå" in page and "Skriv 3 rader" in page
    with active(cast.municipality):
        assert not Person.objects.filter(employee_number="1001").exists()
        run = Import.objects.get()
    assert "Skrevet: 3 rader" in admin.post(f"/harstad/import/{run.pk}/skriv/", follow=True).content.decode()
    with active(cast.municipality):
        assert Person.objects.filter(employee_number__in=["1001", "1002", "1003"]).count() == 3
        run.refresh_from_db()
    assert (run.state, bytes(run.content)) == (State.DONE, b"")
    assert "Det er ingenting å skrive" in send(admin, "folk", PEOPLE).content.decode()


def test_an_import_with_faults_cannot_be_written(admin, cast):
    page = send(admin, "enheter", [*UNITS, ["", "Uten kode", "", "", "", "", ""]])
    assert "Skriv" not in page.content.decode() and "Er tom." in page.content.decode()
    with active(cast.municipality):
        run = Import.objects.get()
    assert admin.post(f"/harstad/import/{run.pk}/skriv/").status_code == 409
    assert admin.post(f"/harstad/import/{run.pk}/skriv/").status_code == 409


def test_what_changed_since_the_preview_stops_the_writing(admin, cast):
    send(admin, "folk", PEOPLE)
    with active(cast.municipality):
        Person.add(name="Kom imens", employee_number="1001")
        run = Import.objects.get()
    page = admin.post(f"/harstad/import/{run.pk}/skriv/", follow=True).content.decode()
    assert "Noe er endret siden du så på det" in page
    with active(cast.municipality):
        assert not Person.objects.filter(employee_number="1002").exists()


def test_a_file_that_cannot_be_read_says_why(admin):
    file = SimpleUploadedFile("liste.xlsx", b"bare tekst")
    page = admin.post("/harstad/import/folk/ny/", {"file": file, "on": "2015-06-15"}, follow=True)
    assert "Fila heter noe med Excel, men er det ikke" in page.content.decode()
    none = admin.post("/harstad/import/folk/ny/", {"on": "2015-06-15"})
    assert (none.status_code, "Velg en fil." in none.content.decode()) == (422, True)


@pytest.mark.parametrize("role", ["leader", "coordinator", "director", "politician", "adviser", "employee"])
def test_only_an_administrator_imports(client_as, role):
    assert client_as(role).get("/harstad/import/folk/ny/").status_code == 403


def test_another_municipality_has_no_such_import(admin, client_as, cast):
    send(admin, "folk", PEOPLE)
    with active(cast.municipality):
        run = Import.objects.get()
    with active(cast.elsewhere):
        cast.stranger.hold("administrator", starts_on=cast.stranger.roles.first().starts_on)
    assert client_as("stranger").get(f"/vestvagoy/import/{run.pk}/").status_code == 404


def test_the_preview_takes_the_same_queries_for_one_row_and_many(admin, cast):
    for rows in (PEOPLE[:2], [PEOPLE[0], *([str(n), f"A {n}"] for n in range(300))]):
        send(admin, "folk", rows)
        with active(cast.municipality):
            run = Import.objects.first()
        assert asked(admin, f"/harstad/import/{run.pk}/") == 8
