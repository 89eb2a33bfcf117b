"""One's own page: what waits first, ideas with the words of their answers, and what the roles are for."""

import datetime as dt

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.urls import set_urlconf

from bedre.board.models import Improvement
from bedre.insight.mine import mine
from bedre.kernel import clock
from bedre.kernel.tenancy import active
from bedre.people.access import as_person
from bedre.people.models import Role
from bedre.report.models import Kind, Report
from tests.gain.test_gain import agree, identify
from tests.rollout.stage import pilots

TODAY = dt.date(2015, 6, 15)


def seen(person):
    """What a person's page shows."""
    request = RequestFactory().get("/min-side/")
    request.who = as_person(person)
    set_urlconf(settings.TENANT_URLCONF)
    try:
        return mine(request)
    finally:
        set_urlconf(None)


def titles(person):
    return [item["title"] for item in seen(person)["waiting"]]


def hand_in(cast, title="Ny varebil", **more):
    return Improvement.hand_in(unit=cast.unit, by=cast.employee, title=title, **more)


def test_ideas_without_an_answer_wait_for_those_who_answer_in_the_unit(harstad):
    with clock.at(dt.date(2015, 6, 1)):
        hand_in(harstad)
    hand_in(harstad, "Felles nøkkelskap")
    assert titles(harstad.leader) == titles(harstad.deputy) == titles(harstad.team) == ["To nye forslag venter på svar"]
    assert seen(harstad.leader)["waiting"][0]["text"] == "Hjemmetjenesten 2. Det eldste har ventet 2 uker"
    assert titles(harstad.employee) == titles(harstad.other_leader) == titles(harstad.coach) == []


def test_an_agreement_waits_for_its_check_on_the_day_it_names(harstad):
    gain = identify(harstad)
    gain.agree(agree(harstad, on=dt.date(2015, 4, 20), check_on=dt.date(2015, 6, 16)), by=harstad.leader)
    assert titles(harstad.leader) == []
    with clock.at(dt.date(2015, 6, 16)):
        assert titles(harstad.leader) == ["Ble det slik? Én gevinst er ikke sjekket"]


def test_an_agreement_that_names_no_day_waits_for_its_check_after_four_weeks(harstad):
    gain = identify(harstad)
    gain.agree(agree(harstad, on=dt.date(2015, 5, 19)), by=harstad.leader)
    assert titles(harstad.leader) == []
    with clock.at(dt.date(2015, 6, 16)):
        assert titles(harstad.leader) == ["Ble det slik? Én gevinst er ikke sjekket"]
        gain.verify(answer="no", on=dt.date(2015, 6, 16), by=harstad.leader)
        assert titles(harstad.leader) == []


def test_the_leader_group_finds_what_the_municipality_waits_for(harstad):
    wave = pilots(harstad)
    Report.draft(kind=Kind.STATUS, as_of=TODAY, by=harstad.coordinator, texts={"title": "Status"})
    assert titles(harstad.director) == ["Status", f"Skal {wave.name} starte?"]


def test_a_card_that_is_taken_on_stands_there_until_it_is_finished(harstad):
    card = hand_in(harstad)
    card.take_up(by=harstad.leader, responsible=harstad.employee, due_on=TODAY)
    assert list(seen(harstad.employee)["tasks"]) == [card]
    assert list(seen(harstad.leader)["tasks"]) == []
    card.move(by=harstad.employee, state="done")
    assert list(seen(harstad.employee)["tasks"]) == []


def test_each_role_says_where_it_is_held_and_leads_to_its_work(harstad):
    (held,) = seen(harstad.leader)["roles"]
    assert (held.title, held.unit, held.url) == ("Enhetsleder", "Hjemmetjenesten 2", "/hjemmetjenesten-2/tavle/")
    assert [role.url for role in seen(harstad.controller)["roles"]] == ["/gevinster/"]


# pages


def test_the_proposer_reads_the_answers_words_on_the_own_page(cast, client_as):
    with active(cast.municipality):
        hand_in(cast).decline(by=cast.leader, reason="Det finnes ikke penger i år. Vi ser på kjøreruten først")
    page = client_as("employee").get("/harstad/min-side/").content.decode()
    assert "Det finnes ikke penger i år" in page
    assert "Ny varebil" not in client_as("team").get("/harstad/min-side/").content.decode()


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("employee", "Hva irriterte deg på jobb i dag?"),
        ("politician", "Ingen rapport er publisert ennå."),
        ("controller", "Det du blir bedt om å svare på, godkjenne eller sjekke, kommer her."),
        ("administrator", "Det du blir bedt om å svare på, godkjenne eller sjekke, kommer her."),
        ("visitor", "Se erfaringer"),
    ],
)
def test_an_empty_page_teaches_what_will_come(cast, client_as, role, said):
    assert said in client_as(role).get("/harstad/min-side/").content.decode()


def test_who_has_no_role_yet_is_told_whom_to_ask(cast, client_as):
    with active(cast.municipality):
        Role.objects.filter(person=cast.employee).delete()
    page = client_as("employee").get("/harstad/min-side/").content.decode()
    assert "Du har ingen rolle i kommunen ennå." in page
