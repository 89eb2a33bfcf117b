"""A report: drafted from the data, approved with its figures frozen, read back from its documents."""

import datetime as dt
import io
import subprocess
import uuid

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from bedre.kernel import clock, redaction
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.tenancy import active
from bedre.report import compute, show
from bedre.report.documents import pdf, word
from bedre.report.figures import Figure, Figures, Row, checksum
from bedre.report.models import Kind, Report
from tests.gain.test_gain import agree, identify

TODAY = dt.date(2015, 6, 15)
TEXTS = {
    "title": "Vestre Toten-modellen i Hjemmetjenesten 2",
    "summary": "Enheten har frigjort 5 timer i uka 🌻.",
    "asked": "ta rapporten til orientering",
}


def draft(cast, **more) -> Report:
    return Report.draft(kind=Kind.INTRODUCTION, as_of=TODAY, by=cast.coordinator, texts=TEXTS, unit=cast.unit, **more)


def realised(cast):
    gain = identify(cast)
    gain.agree(agree(cast), by=cast.leader)
    gain.verify(answer="yes", on=TODAY, by=cast.leader)
    return gain


@pytest.fixture
def approved(harstad):
    realised(harstad)
    report = draft(harstad)
    report.approve(by=harstad.director, figures=compute.figures(report))
    return report


def test_a_report_approved_today_shows_the_same_after_any_change(harstad, approved):
    before, digest = show.context(approved), approved.checksum
    gain = identify(harstad, name="Noe nytt")
    gain.agree(agree(harstad), by=harstad.leader)
    gain.verify(answer="yes", on=TODAY, by=harstad.leader)
    harstad.unit.state(on=dt.date(2015, 1, 1), name="Nytt navn")
    after = Report.objects.get(pk=approved.pk)
    assert show.context(after) == before
    assert after.checksum == digest == checksum(after.figures, after.texts)


def test_the_same_pair_of_dates_gives_the_same_figures(harstad, approved):
    known = dt.datetime.fromisoformat(approved.figures["known_at"])
    identify(harstad, name="Noe nytt")
    assert compute.figures(approved, known).to_json() == approved.figures


def test_an_approved_report_is_not_rewritten(harstad, approved):
    with pytest.raises(DomainError):
        approved.write(by=harstad.coordinator, version=approved.version, summary="Noe annet")
    with pytest.raises(DomainError):
        approved.approve(by=harstad.director, figures=compute.figures(approved))


def test_the_second_who_writes_is_told(harstad):
    report = draft(harstad)
    other_tab = Report.objects.get(pk=report.pk)
    report.write(by=harstad.coordinator, version=1, summary="En")
    with pytest.raises(StaleError):
        other_tab.write(by=harstad.coach, version=1, summary="To")


def test_reports_are_numbered_by_kind(harstad):
    assert [draft(harstad).number, draft(harstad).number] == [1, 2]


def test_redaction_notes_it_and_gives_a_new_checksum(harstad, approved):
    digest = approved.checksum
    redaction.redact("5 timer i uka 🌻", by=harstad.leader, reason="Prøve")
    report = Report.objects.get(pk=approved.pk)
    assert report.redacted_at is not None
    assert report.checksum != digest and report.checksum == checksum(report.figures, report.texts)
    assert "sladdet" in report.texts["summary"]


def test_the_pdf_is_tagged_and_holds_the_figures(harstad, approved):
    data = pdf.pdf(approved, show.context(approved))
    reader = PdfReader(io.BytesIO(data))
    text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "nb"
    for said in ("5,0", "Hjemmetjenesten 2", "Vestre Toten-modellen", approved.code):
        assert said in text


def test_the_word_file_holds_the_figures_in_a_table_whose_head_repeats(harstad, approved):
    document = Document(io.BytesIO(word.word(show.context(approved))))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Hjemmetjenesten 2", "5,0", "5,0", "5,0", "0,0"]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert any(paragraph.text == TEXTS["title"] for paragraph in document.paragraphs)


@pytest.mark.parametrize("data", [b"", b"ikke word", b"PK\x03\x04tull"])
def test_what_is_no_word_template_is_refused_with_a_sentence(harstad, approved, data):
    with pytest.raises(DomainError):
        word.check(data, show.context(approved))


rows = st.builds(Row, st.text(max_size=20), *[st.decimals(0, 99, places=3).map(str)] * 4)
counts = st.builds(Figure, st.text(max_size=20), st.integers(0, 999), st.none() | st.integers(0, 999))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(st.builds(Figures, st.just("2015-06-15"), st.just("2015-06-15T12:00:00+00:00"), st.text(), st.lists(counts, max_size=3), st.lists(rows, max_size=3), rows, rows, counts, st.lists(st.text(), max_size=2)))  # fmt: skip
def test_frozen_figures_come_back_exactly(figures):
    import json

    assert Figures.from_json(json.loads(json.dumps(figures.to_json()))) == figures


# pages


def test_a_report_goes_from_draft_to_politician(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        realised(cast)
    coordinator, director = client_as("coordinator"), client_as("director")
    edit = coordinator.post(
        "/harstad/rapporter/ny/",
        {"about": f"unit-{cast.unit.slug}", "as_of": "2015-06-15", "language": "nb", "submission": str(uuid.uuid4())},
    ).url
    page = edit.removesuffix("skriv/")
    assert coordinator.post(edit, {"title": "Innføringen", "summary": "Kort sagt", "version": "1"}).status_code == 302
    assert client_as("politician").get(page).status_code == 404
    assert coordinator.post(f"{page}godkjenn/").status_code == 403
    director.post(f"{page}godkjenn/")
    director.post(f"{page}publiser/")
    politician = client_as("politician")
    assert "Innføringen" in politician.get(page).content.decode()
    assert politician.get(f"{page}rapport.pdf")["Content-Type"] == "application/pdf"
    assert client_as("stranger").get(page).status_code == 404
