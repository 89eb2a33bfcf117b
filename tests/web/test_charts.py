import datetime as dt

from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from bedre.web import charts, sample
from bedre.web.charts.scale import Scale, spread, ticks
from bedre.web.drawn import chart

values = st.floats(-1e6, 1e6, allow_nan=False, allow_subnormal=False)


@given(values, values)
@example(1e-05, -25001.0)
def test_ticks_hold_everything_and_are_few(one, other):
    low, high = sorted((one, other))
    marks = ticks(low, high)
    unseen = 2e-9 * (marks[1] - marks[0])
    assert marks[0] <= low + unseen
    assert marks[-1] >= high - unseen
    assert 2 <= len(marks) <= 9
    assert marks == sorted(set(marks))


@given(st.lists(st.floats(0, 400), max_size=6))
def test_spread_keeps_order_and_distance(places):
    moved = spread(places, 18)
    order = sorted(range(len(places)), key=places.__getitem__)
    for upper, lower in zip(order, order[1:], strict=False):
        assert moved[lower] - moved[upper] >= 17.5


def test_a_ruler_without_length_puts_everything_in_the_middle():
    assert Scale(5, 5, 0, 100)(5) == 50


def test_line_breaks_where_nothing_was_measured():
    drawn = sample.line()
    assert len(drawn.runs) == 2
    assert [gap["note"] for gap in drawn.gaps] == [""]
    assert len(drawn.marks) == 29
    assert drawn.kinds == {"common", "worse", "better"}


def test_line_goes_whole_until_the_change_and_dotted_on():
    level = sample.line().levels[1]
    assert level["x1"] < level["x2"] < level["x3"]
    assert level["x2"] == sample.line().flags[0]["x"]


def test_line_without_values_draws_only_its_ruler():
    drawn = charts.line([charts.Point(dt.date(2015, 3, 3), None)], title="t", sentence="s")
    assert (drawn.marks, drawn.runs, drawn.ends) == ([], [], [])
    assert charts.line([], title="t", sentence="s").months == []


def test_steps_hold_until_the_next_fact():
    series = charts.Series("realised", "Hentet ut", [(dt.date(2015, 5, 1), 2.0), (dt.date(2015, 6, 1), 5.0)])
    assert [series.on(dt.date(2015, m, d)) for m, d in ((4, 30), (5, 1), (5, 31), (6, 1))] == [0, 2, 2, 5]
    drawn = charts.steps([series], dt.date(2015, 4, 1), dt.date(2015, 6, 30), title="t", sentence="s")
    assert drawn.lines[0]["area"]
    assert drawn.rows[-1] == (dt.date(2015, 6, 30), ["5"])


def test_area_lies_only_under_what_is_realised():
    assert [bool(line["area"]) for line in sample.steps().lines] == [False, False, True]


def test_spark_wants_two_values():
    assert charts.spark([1]) is None
    assert charts.spark([1, 2]).points == "4,31 116,5"


def test_squares_count():
    drawn = charts.squares(2, 46, "2 av 46 enheter")
    assert sum(box["on"] for box in drawn.boxes) == 2
    assert len(drawn.boxes) == 46


def test_every_chart_is_drawn_with_dots_as_decimal_points_and_no_style():
    bars = charts.bars([("Tidstyv", 12.5), ("Kvalitet", 3)], title="t", sentence="s")
    with override("nb"):
        for drawn in (sample.line(), sample.line(small=True), sample.steps(), charts.spark([1.5, 2, 3]), bars):
            html = chart(drawn)
            assert "<svg" in html
            assert "style=" not in html
            assert 'y="12,5' not in html


def test_a_chart_has_its_figures_as_a_table():
    with override("nb"):
        html = chart(sample.line())
    assert html.count("<tr>") == 31
    assert "Tyder på forbedring" in html
    assert "ikke målt" in html


def test_a_plain_line_has_no_key_that_judges_it():
    days = [charts.Point(dt.date(2015, 6, day), float(day)) for day in (1, 8, 15)]
    plain = charts.line(days, title="Turer", sentence="", unit="turer", key="m1", language="nb")
    judged = charts.line(
        [*days, charts.Point(dt.date(2015, 6, 22), 40.0, kind="better")],
        title="Turer",
        sentence="",
        unit="turer",
        key="m1",
        language="nb",
    )
    assert (plain.kinds, judged.kinds) == (set(), {"common", "better"})
