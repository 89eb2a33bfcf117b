import datetime as dt
from decimal import Decimal

import pytest

from bedre.web import norsk

NBSP = "\u00a0"
JUNE = dt.date(2015, 6, 15)


@pytest.mark.parametrize(
    ("value", "decimals", "language", "said"),
    [
        (9.5, None, "nb", "9,5"),
        (9, None, "nb", "9"),
        (Decimal("13.50"), None, "nb", "13,5"),
        (1632, None, "nb", f"1{NBSP}632"),
        (14000, None, "nb", f"14{NBSP}000"),
        (1234567.25, 1, "nb", f"1{NBSP}234{NBSP}567,3"),
        (-2.5, None, "nn", "−2,5"),
        (0.44, 1, "nb", "0,4"),
        (0.45, 1, "nb", "0,5"),
        (9.5, None, "en", "9.5"),
        (-0.04, 1, "nb", "0,0"),
    ],
)
def test_number_is_written_as_the_language_does(value, decimals, language, said):
    assert norsk.number(value, decimals, language) == said


def test_date_leaves_out_the_year_of_today():
    assert norsk.date(JUNE, "nb", dt.date(2015, 1, 1)) == f"15.{NBSP}juni"
    assert norsk.date(JUNE, "nb", dt.date(2016, 1, 1)) == f"15.{NBSP}juni 2015"
    assert norsk.date(JUNE, "nn") == f"15.{NBSP}juni 2015"
    assert norsk.date(JUNE, "en") == f"15{NBSP}June 2015"


def test_weekday_and_week_by_language():
    assert [norsk.weekday(JUNE, language) for language in ("nb", "nn", "en")] == ["mandag", "måndag", "Monday"]
    assert [norsk.week(JUNE, language) for language in ("nb", "nn")] == [f"uke{NBSP}25", f"veke{NBSP}25"]
    assert norsk.week(dt.date(2014, 12, 29), "nb") == f"uke{NBSP}1"


def test_time_has_a_full_stop_in_norwegian():
    assert norsk.time(dt.time(13, 30)) == "13.30"
    assert norsk.time(dt.time(9, 5), "en") == "09:05"
