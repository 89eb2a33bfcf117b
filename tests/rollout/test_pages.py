"""Every page of the introduction: who gets in, and what it shows first."""

import datetime as dt
import re

from bedre.board.models import Board, Improvement
from bedre.kernel.tenancy import active
from bedre.rollout.adopted import present
from bedre.rollout.models import (
    Decision,
    Introduction,
    Wave,
)
from tests.rollout.stage import WEEK_7

TODAY = dt.date(2015, 6, 15)
UNIT = "/harstad/hjemmetjenesten-2/innforing"


def pages(stage):
    """Every page that only reads, or begins a form."""
    wave, agreement = f"/harstad/innforing/pulje/{stage.wave.pk}", f"/harstad/avtaler/{stage.agreement.pk}"
    briefing, decision = (
        f"/harstad/innforing/orienteringer/{stage.briefing.pk}",
        f"/harstad/innforing/beslutning/{stage.decision.pk}",
    )
    with active(stage.municipality):
        visit = f"{UNIT}/besok/{Introduction.objects.get(unit=stage.unit).visits.last().pk}"
    return [
        "/harstad/innforing", "/harstad/innforing/pulje/ny", wave, f"{wave}/endre", f"{wave}/enheter", f"{wave}/retur",
        "/harstad/innforing/veileder", "/harstad/innforing/beslutning/ny", decision, f"{decision}/endre",
        "/harstad/innforing/orienteringer", "/harstad/innforing/orienteringer/ny", briefing, f"{briefing}/holdt",
        "/harstad/avtaler", "/harstad/avtaler/ny", agreement, f"{agreement}/endre", f"{agreement}/avslutt", f"{agreement}/radgiver",
        UNIT, "/harstad/bergsodden-sykehjem/innforing", f"{UNIT}/pause", f"{UNIT}/stotte", f"{UNIT}/veileder", f"{UNIT}/steg/guidance",
        f"{UNIT}/steg/guidance/flytt", f"{UNIT}/steg/guidance/flytt?to=2015-06-22", f"{UNIT}/steg/guidance/gjort", f"{UNIT}/kursdager",
        f"{UNIT}/kursdag/4", f"{UNIT}/kursdag/4/holdt", f"{UNIT}/besok/nytt", visit, f"{visit}/flytt", f"{visit}/avlys", f"{UNIT}/plan",
        f"{UNIT}/plan/1", f"{UNIT}/plan/skriv", f"{UNIT}/opplaring", f"{UNIT}/opplaring/ny",
    ]  # fmt: skip


def test_the_coordinator_opens_every_page(stage, client_as):
    client = client_as("coordinator")
    refused = {url: client.get(url).status_code for url in pages(stage)}
    assert {url: code for url, code in refused.items() if code != 200 and not url.endswith("/retur")} == {}


def test_somebody_signed_out_is_sent_to_sign_in_and_a_stranger_finds_nothing(stage, client_as):
    signed_out, stranger = client_as(None), client_as("stranger")
    for url in pages(stage):
        assert signed_out.get(url).status_code == 302 and stranger.get(url).status_code == 404, url


def test_another_municipalitys_ids_are_not_found(stage, client_as):
    client = client_as("stranger")
    keys = [str(thing.pk) for thing in (stage.wave, stage.decision, stage.briefing, stage.agreement)] + [stage.unit.slug]
    for url in pages(stage):
        if any(key in url for key in keys):
            assert client.get(url.replace("/harstad/", "/vestvagoy/")).status_code in (403, 404), url


def test_an_adviser_reaches_the_units_of_the_agreement_and_nothing_else(stage, client_as):
    client = client_as("adviser")
    assert client.get(UNIT).status_code == 200
    assert client.get("/harstad/nav-flyktningetjenesten/innforing").status_code == 404
    assert client.get("/harstad/avtaler").status_code == 403
    assert client.get("/harstad/innforing/orienteringer").status_code == 403
    wave = client.get(f"/harstad/innforing/pulje/{stage.wave.pk}").content.decode()
    assert "Hjemmetjenesten 2" in wave and "flyktning" not in wave


def test_an_advisers_access_ends_the_day_the_agreement_ends(stage, client_as):
    client = client_as("adviser")
    with active(stage.municipality):
        stage.agreement.end(on=TODAY, by=stage.coordinator)
    assert client.get(UNIT).status_code == 404
    assert client.get("/harstad/innforing").status_code == 403


def test_an_employee_reads_but_does_not_plan(stage, client_as):
    client = client_as("employee")
    assert client.get(f"{UNIT}/kursdag/1").status_code == client.get(f"{UNIT}/plan").status_code == 200
    assert client.get(f"{UNIT}/steg/guidance").status_code == 200
    assert client.post(f"{UNIT}/steg/guidance", {}).status_code == client.post(f"{UNIT}/kursdag/1", {}).status_code == 403


def test_a_politician_does_not_see_the_plans(stage, client_as):
    assert client_as("politician").get("/harstad/innforing").status_code == 403
    assert client_as("politician").get(UNIT).status_code == 404


def test_a_leader_of_another_unit_does_not_carry_out_here(stage, client_as):
    assert client_as("other_leader").post(f"{UNIT}/kursdag/4/holdt", {"on": "2015-06-15", "attendance": 3}).status_code == 403


def next_thing(page):
    return re.search(r'id="neste">.*?<b>(.*?)</b>', page, re.S)[1]


def test_the_units_page_begins_with_what_comes_next(stage, client_as):
    leader = client_as("leader")
    assert next_thing(leader.get(UNIT).content.decode()) == "Forberede lederne"
    with active(stage.municipality):
        for step in Introduction.objects.get(unit=stage.unit).steps.filter(last_on__lt=TODAY):
            if step.done is None and step.kind != "course_days":
                step.finish(by=stage.coach, on=TODAY)
    page = leader.get(UNIT).content.decode()
    assert next_thing(page) == "Kursdag 4" and "Skriv at den er holdt" in page
    leader.post(f"{UNIT}/kursdag/4/holdt", {"on": "2015-02-19", "attendance": 20})
    page = leader.get(UNIT).content.decode()
    assert next_thing(page) == "Veiledningsbesøk" and "Se besøket" in page and "Ta tiden" in page
    assert "Se besøket" not in client_as("employee").get(UNIT).content.decode()


def test_the_overview_teaches_what_to_do_with_a_wave_without_units(cast, client_as):
    with active(cast.municipality):
        wave = Wave.plan(name="Pulje 2", starts_on=dt.date(2015, 8, 17), report_due=dt.date(2015, 12, 18), by=cast.coordinator)
    link = f"/harstad/innforing/pulje/{wave.pk}/enheter"
    assert link in client_as("coordinator").get("/harstad/innforing").content.decode()
    assert link not in client_as("leader").get("/harstad/innforing").content.decode()


def test_the_decision_is_asked_for_until_there_is_one(cast, client_as):
    client, new = client_as("coordinator"), "/harstad/innforing/beslutning/ny"
    assert new in client.get("/harstad/innforing").content.decode()
    with active(cast.municipality):
        decision = Decision.make(title="Vi velger metoden", decided_on=TODAY, by=cast.coordinator)
    page = client.get("/harstad/innforing").content.decode()
    assert new not in page and f"/harstad/innforing/beslutning/{decision.pk}" in page


def test_the_overview_tells_how_far_each_unit_has_come_and_what_is_due(stage, client_as):
    page = client_as("coordinator").get("/harstad/innforing").content.decode()
    assert page.count('aria-label="1 av 8 steg er gjort"') == 2
    assert "Over fristen" in page and f"{UNIT}/kursdag/4" in page


def test_the_coachs_page_tells_what_is_late_what_was_agreed_and_what_waits(stage, client_as):
    with active(stage.municipality):
        Improvement.hand_in(unit=stage.unit, by=stage.employee, title="Nøklene ligger i skapet")
    page = client_as("coach").get("/harstad/innforing/veileder").content.decode()
    assert "Avtalt: Ta tiden" in page and "1 forslag venter på svar" in page and f"{UNIT}/kursdag/4" in page


def test_ideas_of_a_board_that_is_closed_to_the_coach_are_not_counted(stage, client_as):
    client, url = client_as("coach"), "/harstad/innforing/veileder?alle"
    with active(stage.municipality):
        stage.wave.take_in([stage.other_unit], outline=present(), course_week=WEEK_7, by=stage.coordinator)
        Improvement.hand_in(unit=stage.other_unit, by=stage.other_employee, title="Nøklene ligger i skapet")
    assert "1 forslag venter på svar" in client.get(url).content.decode()
    with active(stage.municipality):
        Board.of(stage.other_unit).close(by=stage.other_leader, reason="Taushetsplikt")
    assert "venter på svar" not in client.get(url).content.decode()


def test_the_pages_speak_nynorsk(stage, client_as):
    with active(stage.municipality):
        stage.people["coordinator"].language = "nn"
        stage.people["coordinator"].save()
    page = client_as("coordinator").get(UNIT).content.decode()
    assert "Rettleiing" in page and "Førebu leiarane" in page and "Veiledning" not in page


def test_the_overview_begins_with_what_comes_next_in_ones_own_unit(stage, client_as):
    page = client_as("leader").get("/harstad/innforing").content.decode()
    assert next_thing(page) == "Forberede lederne" and "Neste i Hjemmetjenesten 2" in page and "<h2>Frister</h2>" in page
    assert 'id="neste"' not in client_as("other_leader").get("/harstad/innforing").content.decode()
