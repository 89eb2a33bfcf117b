"""The pages of the board, as people use them without JavaScript."""

import datetime as dt
import io
import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from bedre.board.models import Improvement
from bedre.files.models import Upload
from bedre.kernel.tenancy import active

BOARD = "/harstad/hjemmetjenesten-2/tavle/"


def png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(data, "PNG")
    return data.getvalue()


def hand_in(client, **data):
    return client.post(f"{BOARD}nytt/", {"title": "Ring apoteket", "submission": str(uuid.uuid4()), **data})


def cards(cast) -> list[Improvement]:
    with active(cast.municipality):
        return list(Improvement.objects.order_by("number"))


def make(cast, number: int) -> None:
    with active(cast.municipality):
        for n in range(number):
            card = Improvement.hand_in(unit=cast.unit, by=cast.employee, title=f"Kort {n}", category="time_thief")
            if n % 2:
                card.take_up(by=cast.leader, responsible=cast.team, due_on=dt.date(2015, 6, 1))


def test_an_empty_board_says_what_to_do_first(cast, client_as):
    page = client_as("employee").get(BOARD).content.decode()
    assert "Hva irriterte deg på jobb i dag?" in page


def test_what_is_handed_in_hangs_on_the_board(cast, client_as):
    client = client_as("employee")
    assert hand_in(client, title="Ring apoteket 🌻 før «dosett»").status_code == 302
    assert "Ring apoteket 🌻 før «dosett»" in client.get(BOARD).content.decode()


def test_a_form_that_is_sent_twice_makes_one_card(cast, client_as):
    client, key = client_as("employee"), str(uuid.uuid4())
    hand_in(client, submission=key)
    hand_in(client, submission=key)
    assert len(cards(cast)) == 1


@pytest.mark.parametrize("title", ["", "   ", "x" * 100_000])
def test_a_bad_title_comes_back_with_everything_typed(cast, client_as, title):
    response = hand_in(client_as("employee"), title=title, idea="Vi ringer på fredag")
    assert response.status_code == 422
    assert "Vi ringer på fredag" in response.content.decode()
    assert cards(cast) == []


def test_a_title_with_a_national_identity_number_is_warned_about(cast, client_as):
    response = hand_in(client_as("employee"), title="Bruker 01018012345 venter")
    assert response.status_code == 422 and "fødselsnummer" in response.content.decode()
    assert hand_in(client_as("employee"), title="Bruker 01018012345 venter", anyway="1").status_code == 302


def test_a_leader_says_no_and_the_reason_stands_on_the_card(cast, client_as):
    make(cast, 1)
    client = client_as("leader")
    assert client.post(f"{BOARD}1/avslag/", {"reason": ""}).status_code == 422
    client.post(f"{BOARD}1/avslag/", {"reason": "Ikke penger i år"})
    assert "Ikke penger i år" in client_as("employee").get(f"{BOARD}1/").content.decode()


def test_an_employee_moves_but_does_not_answer(cast, client_as):
    make(cast, 2)
    client = client_as("employee")
    assert client.post(f"{BOARD}2/flytt/", {"state": "testing"}).status_code == 302
    assert client.post(f"{BOARD}1/ta-inn/", {}).status_code == 403
    assert [card.state for card in cards(cast)] == ["new", "testing"]


def test_the_second_of_two_answers_is_told(cast, client_as):
    make(cast, 1)
    client_as("leader").post(f"{BOARD}1/ta-inn/", {})
    response = client_as("deputy").post(f"{BOARD}1/avslag/", {"reason": "For dyrt", "seen": "new"})
    page = response.content.decode()
    assert response.status_code == 422 and "For dyrt" in page and "allerede" in page


def test_two_who_write_in_the_same_sheet_lose_nothing(cast, client_as):
    make(cast, 1)
    version = cards(cast)[0].version
    sheet = {"title": "Kort 0", "version": version}
    client_as("leader").post(f"{BOARD}1/", {**sheet, "problem": "Det lederen skrev"})
    response = client_as("employee").post(f"{BOARD}1/", {**sheet, "problem": "Det den ansatte skrev"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Det lederen skrev" in page and "Det den ansatte skrev" in page


def test_an_unknown_state_is_refused_in_words(cast, client_as):
    make(cast, 1)
    response = client_as("leader").post(f"{BOARD}1/flytt/", {"state": "tull"})
    assert response.status_code == 409 and "grunn" in response.content.decode()


def test_a_photo_is_kept_as_jpeg_without_what_the_camera_told(cast, client_as):
    image = Image.new("RGB", (3000, 20), "yellow")
    exif = image.getexif()
    exif[0x010F] = "Hemmelig kamera"
    raw = io.BytesIO()
    image.save(raw, "JPEG", exif=exif)
    client = client_as("employee")
    hand_in(client, photo=SimpleUploadedFile("bil.jpg", raw.getvalue()))
    with active(cast.municipality):
        upload = Upload.objects.get()
    data = b"".join(client.get(f"/harstad/fil/{upload.pk}/").streaming_content)
    assert data.startswith(b"\xff\xd8") and b"Hemmelig" not in data
    assert upload.width == 2000


@pytest.mark.parametrize("data", [b"ikke et bilde", b"\x89PNG\r\n\x1a\n" + b"0" * 50, b""])
def test_what_is_no_photo_is_refused_and_nothing_is_handed_in(cast, client_as, data):
    response = hand_in(client_as("employee"), photo=SimpleUploadedFile("bilde.jpg", data))
    assert response.status_code == 422
    assert cards(cast) == []


def test_a_closed_board_is_not_there_for_others(cast, client_as):
    client_as("leader").post(f"{BOARD}oppsett/apen/", {"reason": "Små forhold"})
    assert client_as("employee").get(BOARD).status_code == 200
    assert client_as("other_employee").get(BOARD).status_code == 404
    assert client_as("coach").get(BOARD).status_code == 200


@pytest.mark.parametrize("path", ["", "nytt/", "1/", "arkiv/", "oppsett/"])
def test_another_municipality_sees_nothing(cast, client_as, path):
    make(cast, 1)
    assert client_as("stranger").get(BOARD + path).status_code == 404


def test_a_card_of_another_unit_is_not_on_this_board(cast, client_as):
    with active(cast.municipality):
        Improvement.hand_in(unit=cast.other_unit, by=cast.other_employee, title="Annet sted")
    assert client_as("leader").get(f"{BOARD}1/").status_code == 404


def test_a_move_can_be_undone_from_its_receipt(cast, client_as):
    make(cast, 1)
    employee = client_as("employee")
    board = employee.post(f"{BOARD}1/flytt/", {"state": "in_progress", "next": BOARD}, follow=True).content.decode()
    undo = re.search(r'action="([^"]*flytt/[^"]*state=new[^"]*)"', board).group(1).replace("&amp;", "&")
    assert employee.post(undo).url == BOARD
    with active(cast.municipality):
        assert Improvement.objects.get(number=1).state == "new"


def test_a_place_that_is_no_number_puts_the_card_last(cast, client_as):
    make(cast, 1)
    assert client_as("employee").post(f"{BOARD}1/flytt/", {"state": "testing", "before": "x"}).status_code == 302
    assert client_as("leader").get("/harstad/hjemmetjenesten-2/gevinster/ny/?kort=x1").status_code == 200


def test_a_photo_is_hung_on_a_card_with_what_it_shows(cast, client_as):
    make(cast, 1)
    photo = SimpleUploadedFile("etter.png", png(), "image/png")
    employee = client_as("employee")
    assert employee.post(f"{BOARD}1/bilde/", {"photo": photo, "alt": "Kodeskapet"}).status_code == 302
    assert 'alt="Kodeskapet"' in employee.get(f"{BOARD}1/").content.decode()


@pytest.mark.parametrize(
    "data", [{}, {"photo": SimpleUploadedFile("tom.png", b"")}, {"photo": SimpleUploadedFile("a.jpg", b"tekst")}]
)
def test_what_is_no_photo_is_refused_on_the_card_too(cast, client_as, data):
    make(cast, 1)
    response = client_as("employee").post(f"{BOARD}1/bilde/", data)
    assert (response.status_code, "aria-invalid" in response.content.decode()) == (422, True)


def test_a_no_that_comes_second_is_told_and_its_reason_is_still_there(cast, client_as):
    make(cast, 1)
    leader = client_as("leader")
    assert leader.post(f"{BOARD}1/parker/", {"reason": "Etter ferien", "seen": "new"}).status_code == 302
    page = leader.post(f"{BOARD}1/avslag/", {"reason": "Det er for dyrt", "seen": "new"})
    assert page.status_code == 422
    assert page.content.decode().count("Forslaget har allerede fått svar") == 1
    assert "Det er for dyrt" in page.content.decode()
