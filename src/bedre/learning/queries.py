"""What pages read about stories."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bedre.gain.models import Gain
from bedre.gain.sums import standing
from bedre.kernel import clock

from .models import Story


@dataclass(frozen=True)
class Shown:
    """A story with its unit's name and the time it freed, and what that became."""

    story: Story
    unit: str
    hours: Decimal = Decimal(0)
    mark: str = "none"
    purpose: str = ""

    @property
    def text(self) -> str:
        """In short: what was wrong, or what was done, and how it went."""
        said = (
            (self.story.problem, self.story.change, self.story.result)
            if self.story.worked
            else (self.story.change, self.story.result)
        )
        return " ".join(_sentence(part) for part in said if part)


def stories(
    who: Any, limit: int | None = None, *, words: str = "", unit_id: uuid.UUID | None = None, worked: bool | None = None
) -> list[Shown]:
    """Stories that this person may read, newest first. Four queries with gains behind them, else one.

    Staff, politicians and visitors read all; an adviser those of the units that the agreement opens.
    """
    rows = Story.objects.filter(taken_back_on=None).order_by("-told_on", "-recorded_at")
    if who.kinds == {"adviser"}:
        rows = rows.filter(unit__in=who.opened_by_agreement)
    if unit_id is not None:
        rows = rows.filter(unit=unit_id)
    if worked is not None:
        rows = rows.filter(worked=worked)
    found = [row for row in rows if _holds(row, words)][:limit]
    return shown(found, who.tree)


def shown(rows: Collection[Story], tree: Any) -> list[Shown]:
    """Stories with the name of their unit and the time they freed. Three queries where cards stand behind them."""
    gains = _gains({row.improvement_id for row in rows if row.improvement_id})
    names = {row.unit_id: tree.nodes[row.unit_id].name if row.unit_id in tree.nodes else "" for row in rows}
    return [Shown(row, names[row.unit_id], *_freed(gains, row)) for row in rows]


def _freed(gains: dict[uuid.UUID, Any], row: Story) -> tuple[Any, ...]:
    return gains.get(row.improvement_id, ()) if row.improvement_id else ()


def told_about(improvement_id: uuid.UUID) -> Story | None:
    """The story of a card, or None. One query."""
    return Story.objects.filter(improvement=improvement_id, taken_back_on=None).first()


def _gains(cards: set[uuid.UUID]) -> dict[uuid.UUID, tuple[Decimal, str, str]]:
    """Hours a week, how they are marked and what they go to, by card; realised before agreed before found."""
    rows = (
        Gain.objects.filter(improvement__in=cards).prefetch_related("agreements__agreement", "checks", "lapses")
        if cards
        else ()
    )
    found: dict[uuid.UUID, tuple[Decimal, str, str]] = {}
    for gain in rows:
        stands = standing(gain.facts(), clock.today())
        if stands is None or stands.state == "lapsed" or gain.one_off:
            continue
        mark = "realised" if stands.realised else "agreed" if stands.agreed else "identified"
        before = found.get(gain.improvement_id, (Decimal(0), mark, ""))
        purpose = next((fact.agreement.purpose for fact in gain.agreements.all() if fact.withdrawn_at is None), "")
        found[gain.improvement_id] = (before[0] + (stands.realised or gain.hours), mark, purpose)
    return found


def _holds(row: Story, words: str) -> bool:
    sought = words.casefold().split()
    told = " ".join(getattr(row, name) for name in Story.TYPED).casefold()
    return all(word in told for word in sought)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
