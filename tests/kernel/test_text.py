"""What people type is kept exactly, and warned about when it seems personal."""

import pytest

from bedre.kernel.text import clean, warn_personal, whole


@pytest.mark.parametrize("text", ["🌻 👩🏽‍🔧 kaffe", "שלום עולם", "Hárstták čáhppes ŋ", "O'Brien", "a\n\n  b"])
def test_what_people_type_is_kept(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", 0),
        ("42", 42),
        ("999999999", 999_999_999),
        ("9" * 10, None),
        ("9" * 5000, None),
        ("-1", None),
        ("²", None),
        (None, None),
    ],
)
def test_a_whole_number_is_one_that_a_column_holds(typed, number):
    assert whole(typed) == number


def test_control_characters_and_strange_line_ends_go():
    assert clean("a\x00b\x07\r\nc\r") == "ab\nc"


@pytest.mark.parametrize("text", ["Bruker 01018012345 ringte", "010180 12345", "41018012345", "01418012345"])
def test_eleven_digits_that_may_be_a_national_identity_number_are_noticed(text):
    assert warn_personal(text) == "identity"


@pytest.mark.parametrize("text", ["Ring 77 02 60 00", "mobil 98765432", "+47 987 65 432", "987 65 432"])
def test_phone_numbers_are_noticed(text):
    assert warn_personal(text) == "phone"


@pytest.mark.parametrize(
    "text", ["Vi bruker 14 000 timer", "uke 25, 2015", "99999999999", "15.06.2015", "1695 timer på 46 uker"]
)
def test_ordinary_numbers_are_left_alone(text):
    assert warn_personal(text) is None
