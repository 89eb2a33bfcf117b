"""The pages of an import: template, preview, confirmation, and what must not happen."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from bedre.config.wsgi_environ import TOO_LARGE
from bedre.exchange.models import Import, State
from bedre.kernel.tenancy import active
from bedre.people.models import Person
from tests.counting import asked

from .files import PEOPLE, UNITS, excel, text


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


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("mangler.csv", b"Ansattnummer;Telefon\r\n1;2", "En kolonne mangler: Navn."),
        ("dobbel.csv", b"Ansattnummer;Navn\r\n7;A\r\n8;B\r\n7;C", "Står i rad 4 også."),
        ("formel.xlsx", excel([PEOPLE[0][:2], ["7", "=A1"]]), "Her står en formel."),
        ("tom.csv", b"", "Fila er tom."),
        ("tekst.xlsx", b"bare tekst", "Fila heter noe med Excel, men er det ikke."),
        ("avkuttet.xlsx", excel(PEOPLE)[:2000], "Excel-fila kan ikke åpnes."),
        ("mac.csv", text([PEOPLE[0], ["7", "Åse"]], "mac_roman"), "Bokstavene i fila kan ikke leses."),
        ("mac-o.csv", text([PEOPLE[0], ["7", "Bjørn"]], "mac_roman"), "Bokstaver er ødelagt."),
        ("to-ganger.csv", text([PEOPLE[0], ["7", "BjÃ¸rn"]]), "Bokstaver er ødelagt."),
    ],
)
def test_a_file_with_something_wrong_is_422_says_what_and_writes_nothing(admin, cast, name, content, sentence):
    with active(cast.municipality):
        before = Person.objects.count()
    page = admin.post("/harstad/import/folk/ny/", {"file": SimpleUploadedFile(name, content), "on": "2015-06-15"}, follow=True)
    assert page.status_code == 422
    assert sentence in page.content.decode() and name in page.content.decode()
    with active(cast.municipality):
        run = Import.objects.get()
        assert not run.writable and Person.objects.count() == before


def test_a_file_over_the_limit_is_422_and_none_at_all_too(admin):
    large = SimpleUploadedFile("stor.csv", b"Ansattnummer;Navn\r\n" + b"x" * 11 * 1024 * 1024)
    for form, sentence in (({"file": large}, "større enn 10 MB"), ({}, "Velg en fil.")):
        page = admin.post("/harstad/import/folk/ny/", {**form, "on": "2015-06-15"})
        assert (page.status_code, sentence in page.content.decode()) == (422, True)


def test_what_the_server_threw_away_for_its_size_is_413_and_leads_back(admin):
    back = "http://testserver/harstad/import/folk/ny/"
    page = admin.post(back, headers={"referer": back}, **{TOO_LARGE: True})
    assert (page.status_code, page.context["most"], page.context["back"]) == (413, 20, back)
    assert "Gå tilbake i nettleseren, så står det du skrev, der fortsatt." in page.content.decode()


def test_the_progress_asks_again_until_the_file_is_read_and_then_shows_the_way(admin, cast):
    send(admin, "folk", PEOPLE)
    with active(cast.municipality):
        run = Import.objects.get()
        page = admin.get(f"/harstad/import/{run.pk}/fremdrift/").content.decode()
        assert ("Fila er lest" in page, "data-poll" in page) == (True, False)
        Import.objects.filter(pk=run.pk).update(state=State.READING, done=250)
    page = admin.get(f"/harstad/import/{run.pk}/").content.decode()
    assert ("250 rader til nå." in page, "data-poll" in page) == (True, True)


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
    costs = []
    for rows in (PEOPLE[:2], [PEOPLE[0], *([str(n), f"A {n}"] for n in range(300))]):
        send(admin, "folk", rows)
        with active(cast.municipality):
            run = Import.objects.first()
        costs.append(asked(admin, f"/harstad/import/{run.pk}/"))
    assert costs[0] == costs[1]
