"""The municipality's page: figures as of a date with their denominators, what waits for those who can answer, nothing of a unit for politicians."""

import datetime as dt

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import set_urlconf

from bedre.insight.overview import overview
from bedre.kernel import clock
from bedre.kernel.tenancy import active
from bedre.learning.models import Story
from bedre.organisation.models import Agreement
from bedre.people.access import as_person
from bedre.report.models import Kind, Report
from tests.gain.test_gain import agree, identify
from tests.rollout.stage import pilot, pilots, train

TODAY = dt.date(2015, 6, 15)
MARCH = dt.date(2015, 3, 31)


def seen(person, as_of=TODAY):
    """What the page shows to a person."""
    request = RequestFactory().get("/kommunen/")
    request.who = as_person(person)
    set_urlconf(settings.TENANT_URLCONF)
    try:
        return overview(request, as_of)
    finally:
        set_urlconf(None)


def realised(cast, **more):
    gain = identify(cast, **more)
    gain.agree(agree(cast), by=cast.leader)
    gain.verify(answer="yes", on=TODAY, by=cast.leader)
    return gain


def draft(cast, **more):
    texts = {"title": "Vestre Toten-modellen i pilotene", "summary": "Det går bra."}
    return Report.draft(kind=Kind.INTRODUCTION, as_of=TODAY, by=cast.coordinator, texts=texts, **more)


def told(cast, title="Boka", **more):
    return Story.tell(unit=cast.unit, by=cast.leader, title=title, result="Det gikk bra", **more)


def test_coverage_uses_the_units_that_counted_on_the_date(harstad):
    train(pilot(harstad), harstad.coordinator)
    harstad.other_unit.state(on=dt.date(2015, 5, 1), counts_in_total=False)
    covered = [
        (seen(harstad.director, day)["coverage"].trained, seen(harstad.director, day)["coverage"].total)
        for day in (MARCH, TODAY)
    ]
    assert covered == [(1, 4), (1, 3)]


def test_gains_are_those_of_the_date_with_what_they_grew_in_three_months(harstad):
    realised(harstad, on=MARCH)
    then, now = seen(harstad.director, MARCH), seen(harstad.director)
    assert (then["sums"].identified.hours_per_week, then["sums"].realised.hours_per_week) == (5, 0)
    assert (now["since"], now["growth"]["identified"], now["growth"]["realised"]) == (dt.date(2015, 3, 15), 5, 5)
    assert now["lasting_from"] == dt.date(2015, 12, 15)


def test_an_earlier_date_shows_no_wave_that_had_not_begun_and_nothing_that_waits(harstad):
    wave = pilots(harstad)
    before = seen(harstad.director, wave.starts_on - dt.timedelta(1))
    assert (before["waves"], before["waiting"], before["deadlines"]) == ([], [], [])
    assert [line.wave for line in seen(harstad.director)["waves"]] == [wave]


def test_what_waits_for_the_leader_group_are_waves_reports_and_agreements(harstad):
    wave = pilots(harstad)
    report = draft(harstad, wave=wave)
    Agreement.objects.filter(pk=harstad.agreement.pk).update(ends_on=TODAY + dt.timedelta(20))
    items = seen(harstad.director)["waiting"]
    assert [item["level"] for item in items] == ["warning", "accent", "accent"]
    assert {item["title"] for item in items} == {
        "Samarbeidsavtale slutter snart", f"Skal {wave.name} starte?", str(report),
    }  # fmt: skip
    assert "30.\xa0juni" in next(item["text"] for item in items if item["title"] == str(report))


def test_an_approved_report_waits_to_be_published(harstad):
    from bedre.report import compute

    report = draft(harstad, unit=harstad.unit)
    report.approve(by=harstad.director, figures=compute.figures(report))
    assert [item["label"] for item in seen(harstad.director)["waiting"]] == ["Les og publiser"]
    report.publish(by=harstad.director)
    assert seen(harstad.director)["waiting"] == []


@pytest.mark.parametrize("role", ["employee", "leader", "coach", "controller", "administrator", "politician"])
def test_nothing_waits_for_those_who_cannot_answer(harstad, role):
    draft(harstad, wave=pilots(harstad))
    shown = seen(harstad.people[role])
    assert (shown["waiting"], shown["may_answer"]) == ([], False)


def test_the_leader_group_sees_the_municipalitys_deadlines_and_not_those_of_units(harstad):
    wave = pilots(harstad)
    wave.decide(by=harstad.director, on=TODAY)
    assert [(due.kind, due.on) for due in seen(harstad.director)["deadlines"]] == [("report", wave.report_due)]


def test_politicians_see_decided_waves_only(harstad):
    wave = pilots(harstad)
    assert seen(harstad.politician)["waves"] == []
    wave.decide(by=harstad.director, on=TODAY)
    assert [line.wave for line in seen(harstad.politician)["waves"]] == [wave]


def test_the_three_newest_stories_of_the_date_are_shown_with_how_many_there_are(harstad):
    with clock.at(MARCH):
        told(harstad, "Den eldste")
    for number in range(3):
        told(harstad, f"Nummer {number}")
    (newest,), (then,) = seen(harstad.director)["stories"], seen(harstad.director, MARCH)["stories"]
    assert ([shown.story.title for shown in newest.stories], newest.total) == (["Nummer 2", "Nummer 1", "Nummer 0"], 4)
    assert ([shown.story.title for shown in then.stories], then.total) == (["Den eldste"], 1)


# pages


def test_a_politician_sees_figures_but_nothing_internal_to_a_unit(cast, client_as):
    with active(cast.municipality):
        realised(cast)
        pilots(cast).decide(by=cast.director, on=TODAY)
    page = client_as("politician").get("/harstad/kommunen/").content.decode()
    assert "hentet ut" in page
    assert "Morgenmøtet" not in page and "Turer sammen" not in page and "/innforing" not in page
    assert client_as("politician").get("/harstad/hjemmetjenesten-2/tavle/").status_code in (403, 404)


def test_figures_stand_with_date_denominator_and_how_they_are_worked_out(cast, client_as):
    with active(cast.municipality):
        realised(cast)
    page = " ".join(client_as("director").get("/harstad/kommunen/").content.decode().replace("\xa0", " ").split())
    for said in (
        "4 enheter telte med 15. juni 2015", "46 uker i året, 1 632 timer (turnus, 35,5 timer i uka)", "per 15. juni 2015",
        "lagt sammen siden mars", "Kan tidligst sjekkes 15. desember",
    ):  # fmt: skip
        assert said in page


def test_a_date_to_come_is_today(cast, client_as):
    page = client_as("director").get("/harstad/kommunen/?per=2030-01-01").content.decode()
    assert "Per 15.\xa0juni 2015" in page


def test_an_earlier_date_is_said_and_leads_back_to_today(cast, client_as):
    page = client_as("director").get("/harstad/kommunen/?per=2015-01-01").content.decode()
    assert "til 1.\xa0januar 2015, med enhetene den dagen" in page
    assert '<a href="/harstad/kommunen/">Tilbake til i dag</a>' in page
