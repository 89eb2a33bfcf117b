"""What pages read about stories."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from bedre.gain.models import Gain
from bedre.gain.queries import gains
from bedre.gain.sums import standing
from bedre.kernel import clock

from ..models import Story


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


@dataclass(frozen=True)
class Newest:
    """The newest stories, and how many there are in all."""

    stories: list[Shown]
    total: int


def newest(who: Any, limit: int, as_of: dt.date, freed: Iterable[Gain]) -> Newest:
    """The newest stories told by a date that this person may read, with the time they freed by then. One query."""
    told = list(_readable(who).filter(told_on__lte=as_of))
    return Newest(_shown(told[:limit], who.tree, _freed_by_card(freed, as_of)), len(told))


def stories(
    who: Any, limit: int | None = None, *, words: str = "", unit_id: uuid.UUID | None = None, worked: bool | None = None
) -> list[Shown]:
    """Stories that this person may read, newest first. Four queries with gains behind them, else one."""
    rows = _readable(who)
    if unit_id is not None:
        rows = rows.filter(unit=unit_id)
    if worked is not None:
        rows = rows.filter(worked=worked)
    found = [row for row in rows if _holds(row, words)][:limit]
    return shown(found, who.tree)


def _readable(who: Any) -> QuerySet[Story]:
    """Staff, politicians and visitors read all; an adviser those of the units that the agreement opens."""
    rows = Story.objects.filter(taken_back_on=None).order_by("-told_on", "-recorded_at")
    return rows.filter(unit__in=who.opened_by_agreement) if who.kinds == {"adviser"} else rows


def shown(rows: Collection[Story], tree: Any) -> list[Shown]:
    """Stories with the name of their unit and the time they freed. Three queries more where cards stand behind them."""
    cards = {row.improvement_id for row in rows if row.improvement_id}
    found = gains().filter(improvement__in=cards) if cards else ()
    return _shown(rows, tree, _freed_by_card(found, clock.today()))


def _shown(rows: Collection[Story], tree: Any, freed: dict[uuid.UUID | None, Any]) -> list[Shown]:
    names = {row.unit_id: tree.nodes[row.unit_id].name if row.unit_id in tree.nodes else "" for row in rows}
    return [Shown(row, names[row.unit_id], *freed.get(row.improvement_id, ())) for row in rows]


def told_about(improvement_id: uuid.UUID) -> Story | None:
    """The story of a card, or None. One query."""
    return Story.objects.filter(improvement=improvement_id, taken_back_on=None).first()


def _freed_by_card(rows: Iterable[Gain], as_of: dt.date) -> dict[uuid.UUID | None, tuple[Decimal, str, str]]:
    """Hours a week, how they are marked and what they go to, by card; realised before agreed before found."""
    found: dict[uuid.UUID | None, tuple[Decimal, str, str]] = {}
    for gain in rows:
        stands = standing(gain.facts(), as_of)
        if gain.improvement_id is None or stands is None or stands.state == "lapsed" or gain.one_off:
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
