"""What pages and reports read about stories and study visits."""

from .story import Newest, Shown, newest, shown, stories, told_about
from .study_visit import counters, visits

__all__ = ["Newest", "Shown", "counters", "newest", "shown", "stories", "told_about", "visits"]
