"""From the text of a method to a valid method, or to every fault in it with its line."""

import pytest
from django.utils import translation

from bedre.method import catalog
from bedre.method.format import MethodError, parse
from bedre.method.whole import OPEN_STATES

TEXT = catalog.text(catalog.DEFAULT)


def faults(text: str) -> list:
    with pytest.raises(MethodError) as caught:
        parse(text)
    return caught.value.problems


def line_of(part: str, text: str = TEXT) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def test_the_vestre_toten_method_goes_from_decision_to_standing_alone():
    method = catalog.method()
    assert [step.kind for step in method.steps] == [
        "decision", "orientation", "leader_preparation", "information_meeting", "course_days", "plan", "board_start", "guidance",
        "report", "alone",
    ]  # fmt: skip
    course = method.step("course_days")
    assert (course.days, course.within_weeks) == (4, 2)


def test_every_open_state_stands_in_exactly_one_column():
    columns = catalog.method().board.columns
    assert [state for column in columns for state in column.states] == list(OPEN_STATES)


def test_the_meeting_takes_fifteen_minutes():
    meeting = catalog.method().meeting
    assert sum(item.minutes for item in meeting.agenda) == meeting.minutes == 15


def test_what_no_source_states_is_marked_as_a_suggestion():
    assert all(day.suggestion for day in catalog.method().course_days)


@pytest.mark.parametrize("name", catalog.names())
def test_every_text_of_the_catalogue_stands_in_both_norwegian_languages(name):
    import yaml

    def texts(part, path=""):
        if isinstance(part, dict) and "nb" in part:
            yield path, part
        elif isinstance(part, dict | list):
            for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
                yield from texts(inner, f"{path}.{key}")

    missing = [path for path, words in texts(yaml.safe_load(catalog.text(name))) if not words.get("nn")]
    assert missing == []


def test_the_reader_gets_the_own_language():
    with translation.override("nn"):
        assert str(catalog.method().category("time_thief").title) == "Tidstjuv"
    with translation.override("nb"):
        assert catalog.method().role_title("coach") == "Leanveileder"


def test_an_unknown_key_is_pointed_at_with_the_nearest_known_one():
    (problem,) = faults(TEXT.replace("purpose:", "purpos:", 1))
    assert problem.line == line_of("purpose:")
    assert "«purpos»" in problem.sentence and "«purpose»" in problem.sentence


def test_a_missing_step_is_named():
    (problem,) = faults(TEXT.replace("kind: alone", "kind: other"))
    assert "alone" in problem.sentence and problem.line == line_of("steps:")


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (("minutes: 15", "minutes: 16"), "agenda:"),
        (("states: [testing]", "states: [in_progress]"), "columns:"),
        (("key: guidance\n    level", "key: board_start\n    level"), "key: guidance\n"),
        (("level: unit\n    kind: alone", "level: enhet\n    kind: alone"), "level: enhet"),
    ],
)
def test_each_fault_is_pointed_at(change, part):
    text = TEXT.replace(*change, 1)
    assert text != TEXT
    assert faults(text)[0].line >= 1


@pytest.mark.parametrize("text", ["", "bare tekst", "a: [", "- 1\n- 2", "a: &a [1]\nb: *a", "key: x\nkey: y", "[" * 5000, "x" * 300_000, "a: !!python/object:os.system x"])  # fmt: skip
def test_what_is_no_method_gives_a_sentence(text):
    assert all(problem.sentence for problem in faults(text))


def test_emoji_and_sami_letters_are_kept():
    method = parse(TEXT.replace("nb: \"Nye\"", "nb: \"Ođđa 🌻\""))
    assert method.board.columns[0].title.nb == "Ođđa 🌻"
