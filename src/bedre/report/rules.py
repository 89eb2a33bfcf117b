"""Who may do what with reports."""

from bedre.people.rules import advises, allow, at_work, coaches, coordinates, directs, governs

allow("report.see", at_work | governs | advises)
allow("report.see_all", at_work | governs)
allow("report.see_drafts", coordinates | coaches | directs)
allow("report.draft", coordinates | coaches | directs)
allow("report.approve", directs)
allow("report.template", coordinates | directs)
