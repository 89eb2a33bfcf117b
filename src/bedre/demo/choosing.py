"""Plays how the municipality chose: the visit, the agreement with its adviser, the decision and the method."""

from __future__ import annotations

from functools import partial

from bedre.learning.models import StudyVisit
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.organisation.models import Agreement, Partner
from bedre.rollout.advisers import add_adviser
from bedre.rollout.models import Considered, Decision

from . import stage
from .data import facts, invented
from .scene import Scene


def put(scene: Scene) -> None:
    """Put it on the timeline."""
    scene.time.on(facts()["visit"]["on"], "17:00", partial(visit, scene))
    scene.time.on(facts()["agreement"]["starts_on"], "11:00", partial(agree, scene))
    scene.time.on(facts()["decision"]["on"], "10:00", partial(decide, scene))


def visit(scene: Scene) -> None:
    """Harstad visits Vestre Toten."""
    case, more = facts()["visit"], invented()["visit_more"]
    noted = StudyVisit.note(
        direction=case["direction"], organisation=facts()["partners"][0]["name"], contact_on=case["on"], by=scene.people["coordinator"],
        who=case["who"], programme=more["programme"], units_elsewhere=", ".join(case["units_seen"]), followed=more["followed"],
    )  # fmt: skip
    noted.hold(by=scene.people["coordinator"], on=case["on"], people=more["others"])


def agree(scene: Scene) -> None:
    """The agreement with its partners, the two pilots that their advisers may see, and one adviser."""
    case, coordinator = facts()["agreement"], scene.people["coordinator"]
    partners = [Partner.objects.create(name=row["name"], role=row["role"]) for row in facts()["partners"]]
    pilots = [scene.units[slug] for slug in facts()["pilots"]["units"]]
    agreement = Agreement.make(
        title=case["title"], partners=partners, starts_on=case["starts_on"], by=coordinator, units=pilots, **invented()["agreement_more"]
    )  # fmt: skip
    row = invented()["adviser"]
    role = add_adviser(agreement, by=coordinator, name=row["name"], email=stage.address(row["key"]))
    stage.let_in(role.person, row["key"])


def decide(scene: Scene) -> None:
    """The decision with its alternatives, and the method adopted."""
    case, more, coordinator = facts()["decision"], invented()["decision"], scene.people["coordinator"]
    version = MethodVersion.keep(catalog.text(catalog.DEFAULT), by=coordinator)
    version.adopt(on=case["on"], by=coordinator)
    Decision.make(
        title=case["what"], decided_on=case["on"], by=coordinator, body=scene.people["director"].name, why=more["why"],
        method_version=version.pk, alternatives=[Considered(row["name"], row["why"], row.get("chosen", False)) for row in more["alternatives"]],
    )  # fmt: skip
