"""Who may see, plan, carry out and decide in an introduction."""

from bedre.files.rules import guard
from bedre.people.rules import advises, allow, at_work, coaches, coordinates, directs, in_team, leads, lets_in

guard("rollout.courseday", unit="introduction__unit_id", action="rollout.see")

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
