"""Where each role begins, what is one's own, and the municipality's page."""

import datetime as dt

import pytest

from bedre.board.models import Improvement
from bedre.kernel import clock
from bedre.kernel.tenancy import active
from tests.gain.test_gain import agree, identify

TODAY = dt.date(2015, 6, 15)


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("employee", "/harstad/hjemmetjenesten-2/tavle/"),
        ("leader", "/harstad/hjemmetjenesten-2/tavle/"),
        ("director", "/harstad/kommunen/"),
        ("politician", "/harstad/kommunen/"),
        ("coordinator", "/harstad/innforing"),
        ("administrator", "/harstad/enheter/"),
        ("controller", "/harstad/gevinster/"),
    ],
)
def test_each_role_begins_where_it_does_most(cast, client_as, role, page):
    assert client_as(role).get("/harstad/").url == page


def test_the_proposer_reads_the_answers_words_on_the_own_page(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        card = Improvement.hand_in(unit=cast.unit, by=cast.employee, title="Ny varebil")
        card.decline(by=cast.leader, reason="Det finnes ikke penger i år. Vi ser på kjøreruten først")
    page = client_as("employee").get("/harstad/min-side/").content.decode()
    assert "Det finnes ikke penger i år" in page
    assert "Ny varebil" not in client_as("team").get("/harstad/min-side/").content.decode()


def test_a_politician_sees_figures_but_nothing_internal_to_a_unit(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        gain = identify(cast)
        gain.agree(agree(cast), by=cast.leader)
        gain.verify(answer="yes", on=TODAY, by=cast.leader)
    page = client_as("politician").get("/harstad/kommunen/").content.decode()
    assert "hentet ut" in page
    assert "Morgenmøtet" not in page and "Turer sammen" not in page
    assert client_as("politician").get("/harstad/hjemmetjenesten-2/tavle/").status_code in (403, 404)


def test_the_page_as_of_an_earlier_date_does_not_know_what_came_later(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        identify(cast)
    page = client_as("director").get("/harstad/kommunen/?per=2015-01-01").content.decode()
    assert "1.\xa0januar 2015" in page
