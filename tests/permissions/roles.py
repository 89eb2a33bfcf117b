"""Who asks: the cast, joined by those whose unit, coach or agreement is another one, and the words for all of them."""

from __future__ import annotations

Roles = frozenset[str]


def roles(*names: str) -> Roles:
    """Some roles by their names in the cast."""
    return frozenset(names)


LEADERS = roles("leader", "deputy")
TEAM = LEADERS | roles("team")
UNIT = TEAM | roles("employee")
COACH = roles("coach")
COORDINATOR = roles("coordinator")
DIRECTOR = roles("director")
CONTROLLER = roles("controller")
ADMINISTRATOR = roles("administrator")
POLITICIAN = roles("politician")
VISITOR = roles("visitor")
ADVISER = roles("adviser")

ANY_LEADER = LEADERS | roles("other_leader")
ANY_COACH = COACH | roles("other_coach")
OTHER_ADVISER = roles("other_adviser")
ANY_ADVISER = ADVISER | OTHER_ADVISER
REPRESENTATIVES = roles("union_rep", "safety_rep", "chief_union_rep")

STAFF = (
    UNIT | ANY_LEADER | ANY_COACH | COORDINATOR | DIRECTOR | CONTROLLER | ADMINISTRATOR | REPRESENTATIVES
    | roles("other_employee", "other_rep")
)  # fmt: skip
"""The municipality's own people. Those called `other_…` belong to another unit."""

OUTSIDE = POLITICIAN | VISITOR | ANY_ADVISER | roles("former_adviser")
"""Signed in here without working here. `other_adviser` has an agreement that names another unit, `former_adviser`'s has ended."""

EVERYBODY = STAFF | OUTSIDE
ASKING: list[str | None] = [*sorted(EVERYBODY), "stranger", None]
"""Everybody who walks. `stranger` is at home in another municipality; None is signed out."""

NEAR = UNIT | REPRESENTATIVES | COACH | COORDINATOR | ADVISER
"""Those for whom a closed board is open."""

COLUMNS = [
    ("Employee", ["employee"], "other_employee"),
    ("Improvement team", ["team"], "other_employee"),
    ("Leader, deputy", ["leader", "deputy"], "other_leader"),
    ("Union or safety representative", ["union_rep", "safety_rep"], "other_rep"),
    ("Chief union representative", ["chief_union_rep"], None),
    ("Coach", ["coach"], "other_coach"),
    ("Coordinator", ["coordinator"], None),
    ("Leader group", ["director"], None),
    ("Controller", ["controller"], None),
    ("Administrator", ["administrator"], None),
    ("Politician", ["politician"], None),
    ("Adviser", ["adviser"], "other_adviser"),
    ("Visitor", ["visitor"], None),
]
"""The printed table: a heading, the roles it stands for, and who has the same role at another unit."""
