"""Who sees the pages that add up."""

from bedre.people.rules import allow, at_work, governs

allow("insight.see", at_work | governs)
