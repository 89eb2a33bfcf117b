"""Who may do what with the method: everybody may know it, those who answer for the introduction decide on it."""

from bedre.people.models import RoleKind
from bedre.people.rules import allow, at_work, coordinates, directs, governs, holds, lets_in

allow("method.see", at_work | governs | lets_in | holds(RoleKind.VISITOR))
allow("method.adopt", coordinates | directs)
allow("method.edit", coordinates | directs)
