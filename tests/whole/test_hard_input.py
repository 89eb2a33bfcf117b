"""What people really type and paste: kept exactly, everywhere it is shown."""

import uuid
from html import escape

import pytest

from bedre.board.models import Improvement
from bedre.kernel.tenancy import active

BOARD = "/harstad/hjemmetjenesten-2/tavle/"
FROM_WORD = "\r\n".join("\t" * level + f"{'•○▪'[level % 3]} Nivå {level + 1}" for level in range(40))
TEXTS = {
    "emoji": "Kaffe ☕ til 👩🏽‍🔧 og 🏳️‍🌈",
    "right to left": "שלום עולם، مرحبا",
    "both ways": "Tolk på العربية mandag kl. 8–10",
    "sámi letters": "Hárstták: čáŋat, đearvva, ŧ, ž, š, ŋ",
    "apostrophes": 'O\'Neill’s «skap» & `nøkler` "her"',
    "looks like markup": "<b>ikke fet</b> {{ ikke mal }} &amp; <script>alert(1)</script>",
    "combined letters": "Bodø og a\u030ase",
    "forty levels from Word": FROM_WORD,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_kept_and_shown_exactly(cast, client_as, text):
    employee = client_as("employee")
    title = text.splitlines()[0]
    typed = {"title": title, "idea": text, "submission": str(uuid.uuid4())}
    assert employee.post(f"{BOARD}nytt/", typed).status_code == 302
    assert employee.post(f"{BOARD}1/kommentar/", {"text": text}).status_code == 302
    assert client_as("leader").post(f"{BOARD}1/avslag/", {"reason": text}).status_code == 302
    kept = text.replace("\r\n", "\n").replace("a\u030a", "å")
    with active(cast.municipality):
        card = Improvement.objects.get()
        texts = [card.idea, card.comments.get().text, card.declines.get().reason]
    assert texts == [kept] * 3
    page = employee.get(f"{BOARD}1/").content.decode()
    last_line = escape(kept.splitlines()[-1].strip())
    assert page.count(last_line) >= 3
