"""The introduction of a method: decided, planned in waves, carried out unit by unit."""

from .briefing import Briefing, BriefingHeld
from .choice import MethodChoice, SideState
from .course_day import CourseDay, CourseDayHeld, Homework
from .decision import Alternative, Considered, Decision
from .fact import Fact, current, latest, with_current
from .introduction import Introduction
from .project_plan import Line, PlanLine, PlanVersion, ProjectPlan
from .step import Step, StepDone
from .training import CoachTraining, Level, TrainingApproval, TrainingNote
from .visit import CoachVisit, VisitHeld
from .wave import Wave, WaveDecision

__all__ = [
    "Alternative",
    "Briefing",
    "BriefingHeld",
    "CoachTraining",
    "CoachVisit",
    "Considered",
    "CourseDay",
    "CourseDayHeld",
    "Decision",
    "Fact",
    "Homework",
    "Introduction",
    "Level",
    "Line",
    "MethodChoice",
    "PlanLine",
    "PlanVersion",
    "ProjectPlan",
    "SideState",
    "Step",
    "StepDone",
    "TrainingApproval",
    "TrainingNote",
    "VisitHeld",
    "Wave",
    "WaveDecision",
    "current",
    "latest",
    "with_current",
]
