"""Who may see and note study visits."""

from bedre.people.rules import allow, at_work, coaches, coordinates, directs

allow("learning.visits", at_work)
allow("learning.note_visit", coordinates | coaches | directs)
