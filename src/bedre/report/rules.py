"""Who may read, write, approve and redact reports."""

from typing import Any

from bedre.files.rules import guard
from bedre.people.access import Who
from bedre.people.models import RoleKind as Kind
from bedre.people.rules import administers, allow, at_work, coaches, coordinates, directs, governs, holds

allow("report.see", at_work | governs | holds(Kind.VISITOR))
allow("report.see_draft", coordinates | coaches | directs)
allow("report.draft", coordinates | coaches)
allow("report.approve", directs)
allow("report.publish", directs)
allow("report.redact", directs | administers)
allow("report.template", coordinates | administers)


def sees_template(who: Who, upload: Any) -> bool:
    """Whoever may replace the Word template may fetch it."""
    return who.may("report.template")


guard("report.wordtemplate", sees_template)
