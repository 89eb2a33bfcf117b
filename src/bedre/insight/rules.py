"""Who sees the pages that add up, and for whom something waits there."""

from bedre.people.rules import allow, at_work, coordinates, directs, governs

allow("insight.see", at_work | governs)
allow("insight.answer", directs | coordinates)
