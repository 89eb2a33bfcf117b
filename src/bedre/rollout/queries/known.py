"""What a page has read about all introductions, so that several questions about them cost no more than one."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from functools import cached_property

from bedre.kernel import clock
from bedre.organisation.models import Agreement

from .waves import PlanRow, WaveSummary, introductions, waves

SOON = dt.timedelta(days=60)


class Known:
    """Plans, waves and agreements about to end, of all units or of some. Each is read once, when somebody asks for it."""

    def __init__(self, unit_ids: Collection[uuid.UUID] | None = None) -> None:
        self.unit_ids = unit_ids

    @cached_property
    def plans(self) -> list[PlanRow]:
        """The plans. Four queries."""
        return introductions(self.unit_ids)

    @cached_property
    def waves(self) -> list[WaveSummary]:
        """All waves with their plans. One query more."""
        return waves(self.unit_ids, self.plans)

    @cached_property
    def ending(self) -> list[Agreement]:
        """Agreements in force that end within 60 days. One query."""
        today = clock.today()
        return list(Agreement.objects.filter(starts_on__lte=today, ends_on__gt=today, ends_on__lte=today + SOON))
