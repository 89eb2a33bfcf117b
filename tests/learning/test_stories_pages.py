"""The pages of stories: read by all, told by those who lead, without losing what was typed."""

import pytest

from bedre.board.models import Improvement
from bedre.kernel.tenancy import active
from bedre.learning.models import Story

FORM = {
    "title": "Én tur i uka",
    "problem": "Fire turer",
    "change": "Bestill onsdag",
    "result": "Én tur",
    "cost": "",
    "failed": "",
    "worked": "1",
}


@pytest.fixture
def card(cast):
    with active(cast.municipality):
        return Improvement.just_did(
            unit=cast.unit, by=cast.employee, title="Varer", problem="Vi kjørte fire ganger", result="Nå én"
        )


@pytest.fixture
def story(cast):
    with active(cast.municipality):
        return Story.tell(unit=cast.unit, by=cast.leader, title="Én tur i uka", result="Det gikk bra")


def test_the_leader_tells_a_done_card_with_what_it_already_says(client_as, card):
    page = client_as("leader").get("/harstad/hjemmetjenesten-2/erfaring/ny/1/").content.decode()
    assert "Vi kjørte fire ganger" in page and "Nå én" in page
    answer = client_as("leader").post("/harstad/hjemmetjenesten-2/erfaring/ny/1/", FORM)
    assert answer.status_code == 302
    told = client_as("other_employee").get(answer["Location"]).content.decode()
    assert "Bestill onsdag" in told and "Én tur i uka" in told


def test_what_was_typed_is_kept_when_something_is_missing(client_as, card):
    answer = client_as("leader").post("/harstad/hjemmetjenesten-2/erfaring/ny/1/", FORM | {"result": ""})
    assert answer.status_code == 422
    assert "Bestill onsdag" in answer.content.decode()


def test_a_phone_number_is_warned_about_and_may_be_sent_on_purpose(client_as, card):
    personal = FORM | {"result": "Ring 912 34 567"}
    assert client_as("leader").post("/harstad/hjemmetjenesten-2/erfaring/ny/1/", personal).status_code == 422
    assert (
        client_as("leader").post("/harstad/hjemmetjenesten-2/erfaring/ny/1/", personal | {"confirm": "on"}).status_code == 302
    )


@pytest.mark.parametrize(("role", "status"), [("employee", 403), ("other_leader", 403), ("politician", 404), ("stranger", 404)])
def test_who_may_not_tell(client_as, card, role, status):
    assert client_as(role).get("/harstad/hjemmetjenesten-2/erfaring/ny/1/").status_code == status


@pytest.mark.parametrize("role", ["employee", "politician", "visitor", "adviser"])
def test_who_may_read(client_as, story, role):
    assert client_as(role).get("/harstad/erfaringer/").status_code == 200
    assert client_as(role).get(f"/harstad/erfaringer/{story.pk}/").status_code == 200


def test_only_those_who_told_it_change_it_and_a_second_writer_sees_what_is_new(client_as, story):
    path = f"/harstad/erfaringer/{story.pk}/endre/"
    assert client_as("employee").get(path).status_code == 403
    assert client_as("leader").post(path, FORM | {"version": "1"}).status_code == 302
    stale = client_as("deputy").post(path, FORM | {"version": "1", "result": "Mitt"})
    assert stale.status_code == 409 and "Mitt" in stale.content.decode()


def test_a_story_taken_back_is_gone_from_list_and_page(client_as, story):
    assert client_as("leader").post(f"/harstad/erfaringer/{story.pk}/trekk/").status_code == 302
    assert client_as("employee").get(f"/harstad/erfaringer/{story.pk}/").status_code == 404
    assert "Én tur i uka" not in client_as("employee").get("/harstad/erfaringer/").content.decode()
