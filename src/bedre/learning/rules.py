"""Who may read and tell stories, and see and note study visits."""

from bedre.people.models import RoleKind as Kind
from bedre.people.rules import advises, allow, at_work, coaches, coordinates, directs, governs, holds, in_team

allow("learning.see", at_work | governs | advises | holds(Kind.VISITOR))
allow("learning.tell", in_team | coaches | coordinates)
allow("learning.visits", at_work)
allow("learning.note_visit", coordinates | coaches | directs)
