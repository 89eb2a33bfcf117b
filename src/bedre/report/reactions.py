"""What an approved report does to the introductions it is about."""

from __future__ import annotations

from typing import Any

from bedre.kernel import clock
from bedre.kernel.events import on
from bedre.kernel.models import Event
from bedre.rollout.models import Introduction

from .models import Kind


@on("report.approved")
def finish_the_step(event: Event, report: Any) -> None:
    """The step «report» of each introduction in it is done."""
    if report.kind != Kind.INTRODUCTION:
        return
    rows = Introduction.objects.filter(unit=report.unit) if report.unit_id else Introduction.objects.filter(wave=report.wave)
    for introduction in rows:
        introduction.report_approved(on=clock.today(), by=event.actor)
