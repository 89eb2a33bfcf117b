import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedre.web.accent import DAY, NIGHT, accent, css, explain
from bedre.web.colour import contrast, hex_of, oklab, rgb

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours)
def test_any_colour_becomes_readable_by_day_and_by_night(given_colour):
    made = accent(given_colour)
    assert min(contrast(made.day, ground) for ground in DAY) >= 4.5
    assert contrast(made.night, NIGHT[0]) >= 7


@given(colours)
def test_text_on_a_button_and_on_its_tint_is_readable(given_colour):
    made = accent(given_colour)
    assert contrast(made.day, "#ffffff") >= 4.5
    sheet = css(made)
    for base in (made.day, made.night):
        tokens = dict(part.strip().split(": ") for part in _rule_of(sheet, base).split(";") if part.strip())
        tint, hover = tokens["--ds-color-accent-surface-tinted"], tokens["--ds-color-accent-base-hover"]
        assert contrast(base, tint) >= 4.5
        assert contrast(tokens["--ds-color-accent-base-contrast-default"], hover) >= 4.5


def _rule_of(sheet: str, base: str) -> str:
    return next(line for line in sheet.splitlines() if f"base-default: {base};" in line).split("{ ")[-1].split(" }")[0]


@given(colours)
def test_there_and_back_keeps_a_colour(given_colour):
    assert hex_of(rgb(given_colour)) == given_colour


def test_harstads_fjord_is_kept_and_lies_close_to_the_picture_by_night():
    made = accent("#0b5a6f")
    assert made.day == "#0b5a6f"
    assert not made.changed
    assert abs(oklab(rgb(made.night))[0] - oklab(rgb("#86cfde"))[0]) < 0.01


def test_what_was_changed_is_said():
    assert "#ffff00" in explain(accent("#ffff00"))
    assert accent("#ffff00").changed


@pytest.mark.parametrize("wrong", ["0b5a6f", "#0b5a6", "#0b5a6g", "red", ""])
def test_what_is_no_colour_is_refused(wrong):
    with pytest.raises(ValueError):
        accent(wrong)
