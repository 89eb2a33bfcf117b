"""Plays gains: time found, agreed on, checked, and signed by the controller."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from bedre.gain.models import Arithmetic, Gain, GainAgreement
from bedre.gain.queries import factor_for
from bedre.organisation.tree import tree

if TYPE_CHECKING:
    from .board import Board


class GainOf:
    """The gain of one card."""

    def __init__(self, board: Board, card: tuple[str, str], row: dict[str, Any]) -> None:
        self.board, self.card, self.row, self.time = board, card, row, board.time
        self.kept: list[Gain] = []

    def put(self) -> None:
        """Put it on the timeline."""
        row, into = self.row, self.board.into
        self.time.on(row["found"], into(11), self.identify)
        if "agreed" in row:
            self.time.on(row["agreed"], into(12), lambda: self.kept[0].agree(self.agreement(), by=self.board.leader))
            self.time.on(row["informed"], "12:00", self.inform)
        if "checked" in row:
            self.time.on(row["checked"], into(13), self.check)
        if "signed" in row:
            self.time.on(row["signed"][0], "11:00", partial(self.sign, row["signed"][1]))

    def identify(self) -> None:
        """The gain with its arithmetic."""
        row, unit = self.row, self.board.unit
        factor = factor_for(unit.municipality, tree(row["found"])[unit.pk], row["found"])
        gain = Gain.identify(
            unit=unit, by=self.board.chair(row["found"]), name=row.get("name", self.card[1]), factor=factor, on=row["found"],
            improvement=self.board.scene.cards[self.card], outcome="time_with_users" if "use" in row else "", **_numbers(row),
        )  # fmt: skip
        self.kept.append(gain)

    def agreement(self) -> GainAgreement:
        """What the time is for; the same use on the same day is one agreement."""
        row = self.row
        found = GainAgreement.objects.filter(unit=self.board.unit, purpose=row["use"], agreed_on=row["agreed"]).first()
        return found or GainAgreement.make(
            unit=self.board.unit, by=self.board.leader, purpose=row["use"], for_whom=row["for"], staff=self.board.union.name,
            agreed_on=row["agreed"], check_on=row.get("check_on"),
        )  # fmt: skip

    def inform(self) -> None:
        """The union representative is informed."""
        self.agreement().inform(on=self.row["informed"], by=self.board.leader)

    def check(self) -> None:
        """It became so."""
        row = self.row
        self.kept[0].verify(answer="yes", on=row["checked"], by=self.board.leader, comment=row.get("said", ""))

    def sign(self, comment: str) -> None:
        """The controller has looked at it."""
        self.kept[0].sign(by=self.board.people["controller"], comment=comment)


def _numbers(row: dict[str, Any]) -> dict[str, Any]:
    if "minutes" not in row:
        return {"arithmetic": Arithmetic.HOURS, "hours": Decimal(str(row["hours"]))}
    minutes, times = Decimal(str(row["minutes"])), Decimal(row["per_week"])
    return {"arithmetic": Arithmetic.WEEKLY, "minutes": minutes, "people": row.get("people", 1), "times": times}
