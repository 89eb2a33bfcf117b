"""Who may do what with goals and measures."""

from bedre.people.rules import allow, coaches, in_team, lets_in, works_at

allow("measure.see", lets_in)
allow("measure.enter", works_at)
allow("measure.edit", in_team | coaches)
