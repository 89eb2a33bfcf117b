"""Plays the whole demonstration into the database, day by day, by the same verbs that people use."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality

from . import stage
from .board import Board
from .data import facts
from .introduction import Play
from .timeline import Timeline

TODAY = dt.date(2015, 6, 15)
LEADERS = {"omsorg-sor-hjemmetjenesten-2": ("leader", "union_rep"), "nav-flyktningetjenesten": ("nav_leader", "nav_union_rep")}


def play(until: dt.date = TODAY) -> Municipality:
    """Set the stage and play up to a date. All or nothing. Raises DomainError where there is a demonstration already."""
    if Municipality.objects.filter(slug=facts()["municipality"]["slug"]).exists():
        raise DomainError("The demonstration is here already.")
    with transaction.atomic(), clock.at(stage.SINCE):
        municipality = stage.municipality()
        with active(municipality):
            _play(until)
    return municipality


def _play(until: dt.date) -> None:
    stage.dated_facts()
    units = stage.units()
    people = stage.people(units, stage.agreement(units))
    timeline = Timeline()
    Play(timeline, units, people).put()
    for slug, (leader, union) in LEADERS.items():
        Board(timeline, units[slug], people, people[leader], people[union].name).put()
    timeline.play(until)
