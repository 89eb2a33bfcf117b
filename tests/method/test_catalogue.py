"""What the Vestre Toten method says, as a municipality gets it."""

import re

import pytest
import yaml
from django.utils import translation

from bedre.method import catalog
from bedre.method.whole import OPEN_STATES

METHOD = catalog.method()


def texts(part, path=""):
    """Every text of a method's data with its place."""
    if isinstance(part, dict) and "nb" in part:
        yield path, part
    elif isinstance(part, dict | list):
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from texts(inner, f"{path}.{key}")


def test_it_goes_from_decision_to_standing_alone():
    assert [step.kind for step in METHOD.steps] == [
        "decision", "orientation", "leader_preparation", "information_meeting", "course_days", "plan", "board_start", "guidance",
        "report", "alone",
    ]  # fmt: skip


def test_four_course_days_are_held_within_two_weeks():
    course = METHOD.step("course_days")
    assert (course.days, course.within_weeks, course.weeks) == (4, 2, (0, 1))


def test_each_step_says_what_it_is_for_who_takes_part_and_what_comes_out():
    assert all(step.purpose and step.takes_part and step.outcome for step in METHOD.steps)


def test_what_no_source_states_is_marked_as_a_suggestion():
    assert all(day.suggestion for day in METHOD.course_days)
    assert all(audit.suggestion for audit in METHOD.audits)
    assert METHOD.board.suggestion and METHOD.meeting.suggestion
    assert not any(step.suggestion for step in METHOD.steps)


def test_every_open_state_stands_in_exactly_one_column():
    assert [state for column in METHOD.board.columns for state in column.states] == list(OPEN_STATES)


def test_the_meeting_takes_fifteen_minutes():
    assert sum(item.minutes for item in METHOD.meeting.agenda) == METHOD.meeting.minutes == 15


def test_all_signs_of_vitality_are_watched():
    assert {sign.kind for sign in METHOD.vitality} == {
        "no_meeting", "no_idea", "unanswered", "overdue", "leaders_only", "new_leader", "stale_measures", "audits_skipped",
        "unchecked_gains", "coach_left",
    }  # fmt: skip


@pytest.mark.parametrize("name", catalog.names())
def test_every_text_stands_in_both_norwegian_languages(name):
    assert [path for path, words in texts(yaml.safe_load(catalog.text(name))) if not words.get("nn")] == []


@pytest.mark.parametrize("name", catalog.names())
def test_nobody_is_said_to_waste(name):
    assert not re.search("sløs", catalog.text(name), re.IGNORECASE)


def test_the_reader_gets_the_own_language():
    with translation.override("nn"):
        assert str(METHOD.category("time_thief").title) == "Tidstjuv"
    with translation.override("nb"):
        assert METHOD.role_title("coach") == "Leanveileder"


def test_a_language_that_was_not_written_falls_back_to_bokmål():
    assert METHOD.step("course_days").title.in_language("en") == "Kursdager"
