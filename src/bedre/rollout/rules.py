"""Who may see, plan, carry out and decide in an introduction."""

from typing import Any

from bedre.files.rules import guard
from bedre.people.access import Who
from bedre.people.rules import advises, allow, at_work, coaches, coordinates, directs, in_team, leads, lets_in

from .models import CourseDay


def sees_course_file(who: Who, upload: Any) -> bool:
    """Whoever sees the unit's introduction sees what is kept with its course days."""
    unit_id = CourseDay.objects.filter(pk=upload.owner_id).values_list("introduction__unit_id", flat=True).first()
    return unit_id in who.tree.nodes and who.may("rollout.see", who.tree[unit_id])


guard("rollout.courseday", sees_course_file)

allow("rollout.see", lets_in)
allow("rollout.plan", coordinates | coaches)
allow("rollout.carry_out", coordinates | coaches | leads | advises)
allow("rollout.write_plan", coordinates | coaches | in_team)
allow("rollout.decide", directs)
allow("rollout.record_decision", coordinates | directs)
allow("rollout.see_decision", at_work)
allow("rollout.brief", coordinates | coaches | directs)
allow("rollout.train", coordinates | coaches | advises)
allow("rollout.approve_training", coordinates | directs | advises)
allow("rollout.coach", coordinates | coaches)
allow("agreement.see", at_work)
allow("agreement.edit", coordinates | directs)
