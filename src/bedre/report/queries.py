"""Which reports somebody may read."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from bedre.people.access import Who
from bedre.rollout.models import Introduction

from .models import Report


def readable(who: Who) -> QuerySet[Report]:
    """Published reports for staff and politicians, drafts too for those who write and approve; for an adviser the published ones
    that tell of nothing but units which the agreement opens.
    """
    rows = Report.objects.select_related("wave", "unit", "municipality", "approved_by")
    if who.may("report.see_drafts"):
        return rows
    rows = rows.filter(published_at__isnull=False)
    return rows if who.may("report.see_all") else rows.filter(_only_of(who.opened_by_agreement))


def _only_of(units: set) -> Q:
    others = Introduction.objects.filter(wave__isnull=False).exclude(unit__in=units)
    return Q(unit__in=units) | (Q(wave__isnull=False) & ~Q(wave__in=others.values("wave")))
