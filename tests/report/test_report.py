"""A report: drafted from the data, approved with its figures frozen, read back from its documents."""

import datetime as dt
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedre.board.models import Improvement
from bedre.gain.models import Gain
from bedre.kernel import clock, redaction
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.tenancy import active
from bedre.report import compute, show
from bedre.report.figures import Figure, Figures, Row, Step, WaveFigure, checksum
from bedre.report.models import Kind, Report
from tests.gain.test_gain import agree, identify
from tests.rollout.stage import pilot, train

TODAY = dt.date(2015, 6, 15)
TEXTS = {
    "title": "Vestre Toten-modellen i Hjemmetjenesten 2",
    "summary": "Enheten har frigjort 5 timer i uka 🌻.",
    "asked": "ta rapporten til orientering",
}


def draft(cast, **more) -> Report:
    return Report.draft(kind=Kind.INTRODUCTION, as_of=TODAY, by=cast.coordinator, texts=TEXTS, unit=cast.unit, **more)


def realised(cast, **more):
    gain = identify(cast, **more)
    gain.agree(agree(cast), by=cast.leader)
    gain.verify(answer="yes", on=clock.today(), by=cast.leader)
    return gain


def test_a_report_approved_today_shows_the_same_after_any_change(harstad, approved):
    before, digest, gain = show.context(approved), approved.checksum, Gain.objects.get()
    with clock.at(TODAY + dt.timedelta(30)):
        gain.lapse(on=clock.today(), by=harstad.leader, reason="Turnusen ble lagt om")
        realised(harstad, name="Noe nytt")
        harstad.unit.state(on=dt.date(2015, 1, 1), name="Nytt navn", parent=harstad.sector)
        harstad.other_unit.state(on=dt.date(2015, 1, 1), counts_in_total=False)
        Improvement.hand_in(unit=harstad.unit, by=harstad.employee, title="Et forslag til")
        train(pilot(harstad), harstad.coordinator)
    after = Report.objects.get(pk=approved.pk)
    shown = show.context(after)
    assert {name: value for name, value in shown.items() if name != "chart"} == {
        k: v for k, v in before.items() if k != "chart"
    }
    assert (shown["chart"].lines, shown["chart"].rows) == (before["chart"].lines, before["chart"].rows)
    assert after.checksum == digest == checksum(after.figures, after.texts)


def test_redaction_changes_the_words_and_the_foot_and_no_figure(harstad, approved):
    figures, foot = approved.figures, show.foot(approved)
    redaction.redact("Hjemmetjenesten 2", by=harstad.leader, reason="Prøve")
    after = Report.objects.get(pk=approved.pk)
    assert show.foot(after) != foot and show.foot(after).endswith("Tekst er sladdet siden.")
    assert (after.figures["together"], after.figures["counts"]) == (figures["together"], figures["counts"])


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


rows = st.builds(Row, st.text(max_size=20), *[st.decimals(0, 99, places=3).map(str)] * 4)
counts = st.builds(Figure, st.text(max_size=20), st.integers(0, 999), st.none() | st.integers(0, 999), st.text(max_size=9))
steps = st.builds(Step, st.dates().map(str), *[st.decimals(0, 99, places=3).map(str)] * 3)
waves = st.builds(WaveFigure, st.text(max_size=20), st.dates().map(str), st.integers(0, 9), st.integers(0, 9))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(st.builds(Figures, st.just("2015-06-15"), st.just("2015-06-15T12:00:00+00:00"), st.text(), st.lists(counts, max_size=3), st.lists(rows, max_size=3), rows, rows, counts, st.lists(st.text(), max_size=2), st.lists(steps, max_size=3), st.lists(waves, max_size=2)))  # fmt: skip
def test_frozen_figures_come_back_exactly(figures):
    import json

    assert Figures.from_json(json.loads(json.dumps(figures.to_json()))) == figures


def test_figures_frozen_before_charts_and_waves_were_kept_can_still_be_read():
    row = {"name": "Til sammen", "identified": "1", "agreed": "1", "realised": "1", "secured": "0"}
    old = {
        "as_of": "2015-06-15", "known_at": "2015-06-15T12:00:00+00:00", "title": "", "counts": [{"label": "Møter", "value": 1, "of": 2}],
        "rows": [row], "together": row, "fte": row, "coverage": {"label": "Med", "value": 1, "of": 4}, "notes": [],
    }  # fmt: skip
    read = Figures.from_json(old)
    assert (read.steps, read.waves, read.counts) == ([], [], [Figure("Møter", 1, 2)])


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


def test_approving_a_draft_without_a_summary_is_refused_with_a_sentence(cast, client_as):
    with active(cast.municipality):
        report = Report.draft(kind=Kind.STATUS, as_of=TODAY, by=cast.coordinator, texts={"title": "Status"})
    page = client_as("director").post(f"/harstad/rapporter/{report.pk}/godkjenn/", follow=True).content.decode()
    assert "Rapporten trenger tittel og sammendrag før den kan godkjennes." in page


@pytest.mark.parametrize(("role", "said"), [("director", "Lag et utkast"), ("politician", "Ingen rapport er publisert ennå.")])
def test_no_reports_teaches_how_one_comes_to_be(cast, client_as, role, said):
    assert said in client_as(role).get("/harstad/rapporter/").content.decode()
