"""Plays the whole demonstration into the database, day by day, by the same verbs that people use."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import translation

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality

from . import board, choosing, guidance, introduction, learned, measures, reports, stage
from .data import facts, invented
from .scene import Scene

TODAY = dt.date(2015, 6, 15)
PARTS = (choosing, introduction, guidance, board, measures, learned, reports)


def play(until: dt.date = TODAY) -> Municipality:
    """Set the stage and play up to a date. All or nothing. Raises DomainError where there is a demonstration already."""
    if Municipality.objects.filter(slug=facts()["municipality"]["slug"]).exists():
        raise DomainError("The demonstration is here already.")
    with transaction.atomic(), translation.override("nb"), clock.at(invented()["set_up_on"]):
        here = stage.municipality()
        with active(here):
            scene = _set_up(here)
            for part in PARTS:
                part.put(scene)
            scene.time.play(until)
    return here


def _set_up(here: Municipality) -> Scene:
    first = stage.administrator()
    stage.dated_facts(here, by=first)
    made = stage.units(by=first)
    return Scene(here, made, stage.people(made, first))
