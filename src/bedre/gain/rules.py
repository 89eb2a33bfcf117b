"""Who may do what with gains."""

from bedre.people.models import RoleKind as Kind
from bedre.people.rules import (
    advises,
    allow,
    at_work,
    coaches,
    controls,
    holds,
    in_team,
)

may_identify = holds(Kind.UNIT_LEADER, Kind.DEPUTY, Kind.IMPROVEMENT_TEAM)

allow("gain.see", at_work | advises)
allow("gain.overview", at_work)
allow("gain.identify", may_identify)
allow("gain.agree", in_team)
allow("gain.check", in_team | coaches)
allow("gain.sign", controls)
