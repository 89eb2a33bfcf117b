"""What a report counts, and the sentences it suggests."""

import datetime as dt

import pytest

from bedre.organisation.tree import tree
from bedre.report import compute, show
from bedre.report.models import Kind, Report
from bedre.report.suggest import suggestion
from tests.report.test_report import realised
from tests.rollout.stage import pilot, pilots, train

TODAY = dt.date(2015, 6, 15)


def about(cast, kind=Kind.INTRODUCTION, as_of=TODAY, **more) -> Report:
    return Report(kind=kind, number=1, as_of=as_of, municipality=cast.municipality, texts={}, **more)


def suggested(cast, kind=Kind.INTRODUCTION, wave=None, unit=None):
    node = tree(TODAY)[unit.pk] if unit else None
    return suggestion(kind, TODAY, wave, node, cast.municipality)


def test_an_introduction_report_has_four_figures_each_with_what_it_is_out_of(harstad):
    train(pilot(harstad), harstad.coordinator, days=3)
    found = compute.figures(about(harstad, wave=pilot(harstad, harstad.nav).wave))
    assert [(figure.label, figure.value, figure.of) for figure in found.counts] == [
        ("Kursdager holdt", 3, 8), ("Tavlemøter holdt", 0, 0), ("Forslag som har fått svar", 0, 0), ("Forbedringer innført", 0, 0),
    ]  # fmt: skip


def test_a_status_report_begins_with_how_many_units_take_part_and_tells_of_the_waves(harstad):
    introduction = pilot(harstad)
    train(introduction, harstad.coordinator)
    introduction.wave.decide(by=harstad.director, on=TODAY)
    found = compute.figures(about(harstad, Kind.STATUS))
    assert (found.counts[0].label, found.counts[0].value, found.counts[0].of) == ("Enheter som er med", 1, 4)
    assert [(wave.name, wave.trained, wave.units) for wave in found.waves] == [("Pilotene", 1, 1)]


def test_a_status_report_leaves_out_waves_that_are_not_decided_or_had_not_begun(harstad):
    introduction = pilot(harstad)
    assert compute.figures(about(harstad, Kind.STATUS)).rows == []
    introduction.wave.decide(by=harstad.director, on=TODAY)
    assert [row.name for row in compute.figures(about(harstad, Kind.STATUS)).rows] == ["Hjemmetjenesten 2, Omsorg Sør"]
    assert compute.figures(about(harstad, Kind.STATUS, as_of=dt.date(2015, 1, 1))).rows == []


def test_time_is_told_as_it_grew(harstad):
    realised(harstad)
    found = compute.figures(about(harstad, unit=harstad.unit))
    assert [(step.on, float(step.identified), float(step.agreed), float(step.realised)) for step in found.steps] == [
        ("2015-03-01", 0, 0, 0), ("2015-03-09", 5, 0, 0), ("2015-05-04", 5, 5, 0), ("2015-06-15", 5, 5, 5),
    ]  # fmt: skip


def test_the_notes_say_what_årsverk_are_worked_out_with_and_when_time_can_last(harstad):
    realised(harstad)
    notes = " ".join(compute.figures(about(harstad, unit=harstad.unit)).notes).replace("\xa0", " ")
    assert "Årsverk: 46 uker i året, 1 632 timer (turnus, 35,5 timer i uka)." in notes
    assert "Den første sjekken av det kan gjøres 15. desember 2015." in notes


def test_the_summary_is_three_sentences_from_the_figures(harstad):
    realised(harstad)
    train(pilot(harstad), harstad.coordinator)
    assert suggested(harstad, unit=harstad.unit)["summary"] == (
        "Enheten har holdt 4 av 4 kursdager og 0 av 0 tavlemøter. "
        "Den har frigjort 5 timer i uka, 0,1 årsverk, og tiden går til det som ble avtalt."
    )


def test_a_wave_without_time_freed_says_so(harstad):
    wave = pilots(harstad)
    pilot(harstad, wave=wave)
    pilot(harstad, harstad.nav, wave=wave)
    texts = suggested(harstad, wave=wave)
    assert texts["title"] == "Vestre Toten-modellen i pilotene"
    assert texts["summary"] == (
        "De to enhetene har holdt 0 av 8 kursdager og 0 av 0 tavlemøter. De har funnet 0 timer i uka, og ingen er hentet ut ennå."
    )


@pytest.mark.parametrize(
    ("summary", "marked"),
    [
        ("De har frigjort 5 timer i uka.", ["5 timer i uka"]),
        ("De har frigjort 15 timer i uka.", []),
        ("De har frigjort 0,5 timer i uka.", []),
        ("Kort sagt.", []),
    ],
)
def test_time_is_marked_in_the_summary_only_where_it_is_the_reports_own_figure(harstad, summary, marked):
    realised(harstad)
    found = compute.figures(about(harstad, unit=harstad.unit))
    parts = show.marked(summary, found, "nb")
    assert [text for text, on_yellow in parts if on_yellow] == marked
    assert "".join(text for text, _on in parts) == summary
