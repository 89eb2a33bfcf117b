"""Hard input: every file is read, or refused with a sentence that says what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from bedre.exchange.columns import PEOPLE as PEOPLE_COLUMNS
from bedre.exchange.columns import UNITS as UNIT_COLUMNS
from bedre.exchange.columns import lines
from bedre.exchange.reading import read
from bedre.exchange.sheet import BadFile

from .files import PEOPLE, UNITS, excel, text


@pytest.fixture(autouse=True)
def in_bokmål() -> Iterator[None]:
    """Whatever language the page of an earlier test spoke."""
    with translation.override("nb"):
        yield


def values(name: str, data: bytes) -> list[dict[str, str]]:
    return [line.values for line in lines(read(name, data), PEOPLE_COLUMNS)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_is_read_whatever_wrote_it(encoding, separator):
    found = values("liste.csv", text(PEOPLE, encoding, separator))
    assert found == values("liste.xlsx", excel(PEOPLE))
    assert found[0]["name"] == "Enhetsleder Øst"


def test_sami_letters_emoji_and_apostrophes_are_kept():
    names = ["Áilu Hárstták Đŋŧ 🌻 d'Arc", "שלום", "O’Brien 👩‍🌾", "Ana Muñoz-Ågård"]
    rows = [["Ansattnummer", "Navn"], *([number, name] for number, name in enumerate(names))]
    assert [row["name"] for row in values("a.csv", text(rows))] == names
    assert [row["name"] for row in values("a.xlsx", excel(rows))] == names


def test_a_line_break_inside_a_cell_becomes_a_space():
    assert values("a.csv", b'Ansattnummer;Navn\r\n1;"Kari\r\n Nordmann"')[0]["name"] == "Kari Nordmann"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("tom.csv", b"", "er tom"),
        ("tom.xlsx", b"\xef\xbb\xbf\r\n", "er tom"),
        ("bare-overskrifter.csv", b"Ansattnummer;Navn\r\n", "ingen rader"),
        ("tekst.xlsx", b"Ansattnummer;Navn\r\n1;A", "men er det ikke"),
        ("gammel.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "gammel Excel"),
        ("liste.pdf", b"%PDF-1.7 tekst", "er en PDF"),
        ("bilde.csv", b"\x89PNG\r\n\x1a\n\x01\x02\x03", "ikke en liste"),
        ("odelagt.xlsx", b"PK\x03\x04 og resten mangler", "kan ikke åpnes"),
        ("uten.csv", b"Ansattnummer;Telefon\r\n1;2", "mangler: Navn"),
        ("dobbel.csv", b"Ansattnummer;Navn;Namn\r\n1;2;3", "to ganger"),
        ("stor.csv", b"Ansattnummer;Navn\r\n" + b"x" * 50 * 1024 * 1024, "større enn 10 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(name, data, sentence):
    with pytest.raises(BadFile, match=sentence):
        values(name, data)


def test_a_file_that_swells_is_not_opened():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 250 * 1024 * 1024)
    with pytest.raises(BadFile, match="for mye"):
        read("bombe.xlsx", packed.getvalue())


def test_a_formula_is_a_fault_in_its_row_and_column():
    rows = [*UNITS[:2], ["11", "=CONCATENATE(A1;B1)", "10", "Skole", "ja", 31, ""]]
    for data in (excel(rows), text(rows)):
        faulty = lines(read("a", data), UNIT_COLUMNS)[1]
        assert (faulty.number, [column for column, _sentence in faulty.faults]) == (3, ["Navn"])


def test_headings_are_known_by_other_names_and_in_any_order():
    found = values("a.csv", b"NAMN ;E-mail;ansattnr.*\nKari;k@x.no;7")
    assert found == [{"number": "7", "name": "Kari", "email": "k@x.no"}]


@given(st.binary(max_size=400))
def test_no_bytes_whatsoever_break_the_reading(data):
    try:
        lines(read("fil.csv", data), PEOPLE_COLUMNS)
    except BadFile as error:
        assert str(error).endswith(".")
