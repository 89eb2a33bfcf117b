"""Who may read and tell stories."""

from bedre.people.models import RoleKind as Kind
from bedre.people.rules import advises, allow, at_work, coaches, coordinates, governs, holds, in_team

allow("learning.see", at_work | governs | advises | holds(Kind.VISITOR))
allow("learning.tell", in_team | coaches | coordinates)
