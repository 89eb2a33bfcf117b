"""What is learned and passed on: stories of finished improvements, and study visits."""

from .story import Story
from .study_visit import Direction, StudyVisit, StudyVisitHeld

__all__ = ["Direction", "Story", "StudyVisit", "StudyVisitHeld"]
