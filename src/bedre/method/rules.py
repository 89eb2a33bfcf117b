"""Who may do what with the method."""

from bedre.people.rules import administers, allow, at_work, coordinates, directs, governs, lets_in

allow("method.see", at_work | governs | lets_in)
allow("method.adopt", coordinates | directs | administers)
allow("method.edit", coordinates | directs | administers)
