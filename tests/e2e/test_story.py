"""The story: Harstad introduces the Vestre Toten model in two pilot units, from an empty installation to a published report.

Nothing is put into the database but by clicking and typing as the one whose task it is; each person has a window of their own.
The chapters stand in `tests/e2e/story/`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .story import case, founding, improvement, introduction, report
from .story.stage import empty_stage

CHAPTERS = [
    founding.the_administrator_sets_up_harstad,
    founding.units_and_people_come_from_excel,
    founding.everybody_is_invited,
    introduction.the_leader_group_visits_vestre_toten,
    introduction.the_method_is_decided_and_adopted,
    introduction.the_agreement_opens_two_units_to_an_adviser,
    introduction.the_pilot_wave_is_planned_and_decided,
    introduction.leaders_prepare_and_everybody_is_informed,
    introduction.four_course_days_are_held_and_two_coaches_trained,
    introduction.each_unit_writes_its_project_plan,
    improvement.employees_hand_in_ideas,
    improvement.the_first_meeting_answers_every_idea,
    improvement.the_second_meeting_follows_up,
    introduction.the_coach_visits_the_board,
    improvement.the_improvement_is_done,
    improvement.the_gain_is_agreed_checked_and_realised,
    introduction.the_executive_committee_is_briefed,
    report.the_report_is_drafted,
    report.the_leader_group_approves_and_publishes,
    report.the_files_say_what_the_story_put_in,
    report.a_politician_signs_in_and_opens_it,
]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_harstad_introduces_the_model_in_two_pilot_units(browser: Browser, tmp_path: Path, database: str):
    with empty_stage(browser, tmp_path, database, case.VISIT) as stage:
        for chapter in CHAPTERS:
            chapter(stage)
        assert stage.troubles == []
