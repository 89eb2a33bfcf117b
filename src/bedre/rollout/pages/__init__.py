"""What the pages show: contexts for templates, and what their forms begin with."""

from .begin_with import (
    agreement_fields,
    briefing_fields,
    course_suggestion,
    decision_fields,
    first_course_week,
    plan_fields,
    plan_text,
    seen,
    visit_fields,
)
from .coach import coach
from .introduction import course_day, done_elsewhere, introduction, method_move, moves, plan_now, step, too_late, visit_before
from .municipality import agreement, agreements, audiences, briefings
from .overview import overview, units_to_introduce
from .training import training, training_steps
from .wave import wave

__all__ = [
    "agreement",
    "agreement_fields",
    "agreements",
    "audiences",
    "briefing_fields",
    "briefings",
    "coach",
    "course_day",
    "course_suggestion",
    "decision_fields",
    "done_elsewhere",
    "first_course_week",
    "introduction",
    "method_move",
    "moves",
    "overview",
    "plan_fields",
    "plan_now",
    "plan_text",
    "seen",
    "step",
    "too_late",
    "training",
    "training_steps",
    "units_to_introduce",
    "visit_before",
    "visit_fields",
    "wave",
]
