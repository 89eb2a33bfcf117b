"""Who may do what: every address of the product, read as a specification. Printed to `docs/permissions.md`."""

from __future__ import annotations

from .roles import (  # isort: skip
    ADMINISTRATOR, ADVISER, ANY_ADVISER, ANY_COACH, ANY_LEADER, COACH, CONTROLLER, COORDINATOR, DIRECTOR, EVERYBODY,
    LEADERS, OTHER_ADVISER, POLITICIAN, REPRESENTATIVES, STAFF, TEAM, UNIT, VISITOR,
)  # fmt: skip
from .row import Row, anywhere, at_board, at_unit, form, page, press, public

READERS = STAFF | ADVISER
PLANNERS = COORDINATOR | COACH
ALL_PLANNERS = COORDINATOR | ANY_COACH
CARRIERS = PLANNERS | LEADERS | ADVISER
DECIDERS = COORDINATOR | DIRECTOR
TELLERS = TEAM | COACH | COORDINATOR

BOARD = at_board(
    page("board:board archive", "See the board", READERS),
    page("board:improvement", "See a card and its history", READERS, ("Write on a card", UNIT)),
    form("board:hand_in", "Hand in an idea", UNIT),
    press("board:move", "Move a card", UNIT),
    press("board:photo", "Hang a photo on a card", UNIT),
    press("board:assign", "Say who has a card, and until when", UNIT),
    press("board:block", "Say what stops a card", UNIT),
    press("board:comment", "Comment on a card", UNIT | COACH | REPRESENTATIVES | ADVISER),
    press("board:take_up decline park merge just_did", "Answer an idea: yes, no, later, together with another", TEAM),
    press("board:take_back", "Take back a card that was put aside", TEAM),
    form("board:settings", "Set rules, limits and the day of the meeting", LEADERS | COACH),
    press("board:rhythm", "Set rules, limits and the day of the meeting", LEADERS | COACH),
    press("board:closure", "Close the board to others, with a reason, and open it", LEADERS),
)

MEETING = at_board(
    page("huddle:meeting", "Follow a meeting that runs", READERS),
    page("huddle:history", "See which meetings were held", READERS),
    page("huddle:minutes", "Read the minutes", READERS, ("Correct the minutes", TEAM)),
    page("huddle:prepare", "Prepare, begin, lead, end or cancel a meeting", TEAM),
    press("huddle:start step count go_on end", "Prepare, begin, lead, end or cancel a meeting", TEAM),
    form("huddle:cancel", "Prepare, begin, lead, end or cancel a meeting", TEAM),
)

MEASURES = at_unit(
    page("measure:measures", "See goals and what is measured", READERS),
    page("measure:measure", "See goals and what is measured", READERS, ("Enter a value", UNIT)),
    form("measure:new", "Set a goal and what is measured", TEAM | COACH),
)

GAINS = anywhere(
    page("gain:overview", "See freed time in all units", STAFF),
    at_unit(
        page("gain:unit gain", "See a unit's freed time and what it goes to", READERS),
        form("gain:identify", "Write down time that was found", TEAM),
        form("gain:agree", "Agree what the time is for", TEAM),
        press("gain:choose", "Agree what the time is for", TEAM),
        press("gain:check", "Check whether it became so", TEAM | COACH),
        press("gain:lapse", "Say that it came to nothing", TEAM),
        press("gain:sign", "Sign a gain that was looked into", CONTROLLER),
    ),
)

INTRODUCTION = anywhere(
    page("rollout:overview", "See the introduction and its waves", STAFF | ANY_ADVISER),
    page("rollout:wave", "See the introduction and its waves", READERS, hidden=OTHER_ADVISER),
    form("rollout:new_wave edit_wave wave_units", "Propose and plan a wave", ALL_PLANNERS),
    press("rollout:propose_wave", "Propose and plan a wave", ALL_PLANNERS),
    press("rollout:decide_wave", "Decide on a wave, or send it back", DIRECTOR),
    form("rollout:send_back_wave", "Decide on a wave, or send it back", DIRECTOR),
    page("rollout:coach", "See the coach's page", ALL_PLANNERS),
    page("rollout:decision", "Read the decision and who has been briefed", STAFF),
    form("rollout:new_decision edit_decision", "Write down the decision", DECIDERS),
    page("rollout:briefings", "Read the decision and who has been briefed", STAFF),
    page(
        "rollout:briefing",
        "Read the decision and who has been briefed",
        STAFF,
        ("Plan and hold briefings", ALL_PLANNERS | DIRECTOR),
    ),
    form("rollout:new_briefing hold_briefing", "Plan and hold briefings", ALL_PLANNERS | DIRECTOR),
    page("rollout:agreements agreement", "Read agreements with partners", STAFF),
    form(
        "rollout:new_agreement edit_agreement end_agreement new_adviser",
        "Make and end agreements, and let advisers in",
        DECIDERS,
    ),
)

UNIT_PLAN = at_unit(
    page("rollout:introduction", "See a unit's plan, course days and visits", READERS),
    page("rollout:step", "See a unit's plan, course days and visits", READERS, ("Plan steps, course days and coach", PLANNERS)),
    page(
        "rollout:course_day visit",
        "See a unit's plan, course days and visits",
        READERS,
        ("Carry out steps, course days and visits", CARRIERS),
    ),
    page("rollout:project_plan plan_version training", "See a unit's plan, course days and visits", READERS),
    form("rollout:move_step", "Plan steps, course days and coach", PLANNERS),
    press("rollout:move_back", "Plan steps, course days and coach", PLANNERS),
    form("rollout:plan_course coach_of move_method", "Plan steps, course days and coach", PLANNERS),
    press("rollout:stand_alone", "Plan steps, course days and coach", PLANNERS),
    form("rollout:finish_step", "Carry out steps, course days and visits", CARRIERS),
    press("rollout:reopen_step", "Carry out steps, course days and visits", CARRIERS),
    form("rollout:hold_course_day", "Carry out steps, course days and visits", CARRIERS),
    press("rollout:unhold_course_day add_course_file", "Carry out steps, course days and visits", CARRIERS),
    form("rollout:new_visit move_visit call_off_visit", "Carry out steps, course days and visits", CARRIERS),
    form("rollout:pause ask_support", "Pause the introduction, or ask for support", CARRIERS),
    press("rollout:resume", "Pause the introduction, or ask for support", CARRIERS),
    form("rollout:write_plan", "Write the unit's project plan", PLANNERS | TEAM),
    form("rollout:new_trainee", "Train coaches", PLANNERS | ADVISER),
    press("rollout:note_training", "Train coaches", PLANNERS | ADVISER),
    press("rollout:approve_training", "Approve a coach", DECIDERS | ADVISER),
)

LEARNING = anywhere(
    page("learning:stories", "Read stories", STAFF | POLITICIAN | VISITOR | ANY_ADVISER),
    page("learning:story", "Read stories", STAFF | POLITICIAN | VISITOR | ADVISER, hidden=OTHER_ADVISER),
    at_unit(form("learning:tell tell_card", "Tell a story, change it, take it back", TELLERS)),
    form("learning:edit_story", "Tell a story, change it, take it back", TELLERS, hidden=OTHER_ADVISER),
    press("learning:take_back_story", "Tell a story, change it, take it back", TELLERS, hidden=OTHER_ADVISER),
    page("learning:visits", "See study visits", STAFF),
    page("learning:visit", "See study visits", STAFF, ("Plan and write down study visits", ALL_PLANNERS | DIRECTOR)),
    form("learning:new_visit hold_visit", "Plan and write down study visits", ALL_PLANNERS | DIRECTOR),
)

REPORT_READERS = STAFF | POLITICIAN | ADVISER
WRITERS = ALL_PLANNERS | DIRECTOR
NO_DRAFTS = (STAFF | POLITICIAN | ANY_ADVISER) - WRITERS
"""Those who read reports, and for whom a draft does not exist."""

REPORTS = anywhere(
    page("report:reports", "Read published reports", STAFF | POLITICIAN | ANY_ADVISER),
    page("report:report pdf word", "Read published reports", REPORT_READERS, hidden=OTHER_ADVISER),
    form("report:new", "Draft and write a report", WRITERS),
    form("report:edit", "Draft and write a report", WRITERS, about="draft", hidden=NO_DRAFTS),
    press("report:approve publish", "Approve and publish a report", DIRECTOR, about="draft", hidden=NO_DRAFTS),
    form("report:template", "Replace the Word template", DECIDERS),
    page("report:default_template", "Replace the Word template", DECIDERS),
)

METHOD_READERS = STAFF | POLITICIAN | VISITOR | ANY_ADVISER

MUNICIPALITY = anywhere(
    page("insight:municipality", "See the municipality's page", STAFF | POLITICIAN),
    page("organisation:units", "See the units", STAFF),
    at_unit(page("organisation:unit", "See a unit and its history", READERS)),
    page("method:method version export", "Read the method", METHOD_READERS),
    form("method:adopt edit", "Adopt and change the method", DECIDERS),
    press("method:follow", "Adopt and change the method", DECIDERS),
    form("organisation:add change move merge close settings", "Change units and settings", ADMINISTRATOR),
    press("organisation:number title hours", "Change units and settings", ADMINISTRATOR),
)

PEOPLE = anywhere(
    page("people:people person", "See, add and invite people, and give roles", ADMINISTRATOR),
    form("people:add invite_many change leave", "See, add and invite people, and give roles", ADMINISTRATOR),
    press("people:come_back disconnect invite", "See, add and invite people, and give roles", ADMINISTRATOR),
    form("people:give_role end_role", "See, add and invite people, and give roles", ADMINISTRATOR),
    form("exchange:import", "Import units and people", ADMINISTRATOR),
    page("exchange:template run progress", "Import units and people", ADMINISTRATOR),
    press("exchange:confirm", "Import units and people", ADMINISTRATOR),
    form("people:redact", "Take a text out everywhere", ANY_LEADER | ADMINISTRATOR),
    at_board(
        page("files:file", "Open a photo or file of a card", READERS),
        form("files:redact", "Take a photo or file out for good", LEADERS | ADMINISTRATOR),
    ),
)

ONESELF = anywhere(
    page("insight:home me", "Come in, and see one's own page", EVERYBODY),
    form("people:profile", "Change one's own name, address and language", EVERYBODY),
    page("people:own_data", "Take out one's own data", EVERYBODY),
    press("people:own_data_file", "Take out one's own data", EVERYBODY),
    form("notice:calendar", "Get one's own dates in a calendar", EVERYBODY),
    press("notice:calendar_revoke", "Get one's own dates in a calendar", EVERYBODY),
)

OPEN = anywhere(
    public("organisation:colour", "The municipality's colour"),
    public("method:schema", "The format of a method, for programs that check a file"),
    public("people:invitation", "An invitation, by its secret link", do=True),
)

SECTIONS: dict[str, list[Row]] = {
    "The board of a unit": BOARD,
    "The meeting": MEETING,
    "Goals and measures": MEASURES,
    "Freed time": GAINS,
    "The introduction": INTRODUCTION,
    "A unit's introduction": UNIT_PLAN,
    "Learning from each other": LEARNING,
    "Reports": REPORTS,
    "The municipality": MUNICIPALITY,
    "People": PEOPLE,
    "Oneself": ONESELF,
    "Open to everybody": OPEN,
}
TABLE = [row for rows in SECTIONS.values() for row in rows]
