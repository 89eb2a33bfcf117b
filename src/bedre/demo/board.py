"""Plays the boards: meetings by their rhythm, improvements with their answers, measures, agreements about time and gains."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import partial
from typing import Any

from bedre.board.models import Improvement, Meeting, Rhythm
from bedre.gain.models import Arithmetic, Gain, GainAgreement
from bedre.gain.queries import factor_for
from bedre.huddle.models import AgendaTime
from bedre.measure.models import Goal, Measure
from bedre.method import queries as methods
from bedre.organisation.models import Unit
from bedre.organisation.tree import tree
from bedre.people.models import Person

from .data import invented
from .timeline import Timeline

STEP = {"week": dt.timedelta(7), "day": dt.timedelta(1)}
OUTCOMES = {True: "time_with_users", False: ""}


class Board:
    """One unit's board, put on a timeline."""

    def __init__(self, timeline: Timeline, unit: Unit, people: dict[str, Person], leader: Person, union: str) -> None:
        self.time, self.unit, self.people, self.leader, self.union = timeline, unit, people, leader, union
        self.cards: dict[str, Improvement] = {}
        self.agreements: dict[tuple[str, dt.date], GainAgreement] = {}

    def put(self) -> None:
        """Put meetings, measures and improvements on the timeline."""
        rhythm = invented()["meetings"][self.unit.slug]
        self.at = rhythm["at"]
        self.time.on(rhythm["from"] - dt.timedelta(3), "15:00", partial(self.settle, rhythm))
        for number, attendance in enumerate(rhythm["attendance"]):
            self.meeting(rhythm, rhythm["from"] + dt.timedelta(weeks=number), attendance)
        for row in invented()["measures"][self.unit.slug]:
            self.measure(row)
        for row in invented()["improvements"][self.unit.slug]:
            self.improvement(row)

    def settle(self, rhythm: dict[str, Any]) -> None:
        """The unit chooses weekday and time."""
        Rhythm.settle(
            unit=self.unit,
            weekday=rhythm["weekday"],
            at=dt.time.fromisoformat(rhythm["at"]),
            valid_from=rhythm["from"],
            by=self.leader,
        )

    def after(self, minutes: int) -> str:
        """A time of day, so many minutes into the meeting."""
        start = dt.datetime.combine(dt.date(2015, 1, 1), dt.time.fromisoformat(self.at))
        return f"{start + dt.timedelta(minutes=minutes):%H:%M}"

    def meeting(self, rhythm: dict[str, Any], day: dt.date, attendance: int) -> None:
        """A meeting is held, or falls out."""
        reason = rhythm["cancelled"].get(day)
        if reason:
            self.time.on(day - dt.timedelta(3), "12:00", lambda: self.planned(day).cancel(by=self.leader, reason=reason))
            return
        self.time.on(day, self.at, lambda: self.start(day, attendance))
        for number, item in enumerate(methods.current().meeting.agenda[1:], 1):
            self.time.on(day, self.after(2 * number), partial(self.item, day, item.key))
        self.time.on(day, self.after(14), lambda: AgendaTime.finish(self.planned(day), by=self.leader))

    def planned(self, day: dt.date) -> Meeting:
        """The meeting of a day."""
        return Meeting.plan(unit=self.unit, on=day, at=dt.time.fromisoformat(self.at), by=self.leader)

    def start(self, day: dt.date, attendance: int) -> None:
        """The leader starts it and counts."""
        meeting = self.planned(day)
        meeting.start(by=self.leader)
        meeting.count(attendance, by=self.leader)
        AgendaTime.go_to(meeting, methods.current().meeting.agenda[0].key, by=self.leader)

    def item(self, day: dt.date, key: str) -> None:
        """To the next item."""
        AgendaTime.go_to(self.planned(day), key, by=self.leader)

    def measure(self, row: dict[str, Any]) -> None:
        """A measure with its values."""
        made: list[Measure] = []
        first = row["from"]

        def begin() -> None:
            goal = Goal.state(unit=self.unit, title=row["goal"], by=self.leader)
            target = Decimal(row["target"])
            made.append(Measure.add(goal, by=self.leader, name=row["name"], unit_of_measure=row["unit"], direction=row["direction"], every=row["every"], target=target))  # fmt: skip

        self.time.on(first, "07:00", begin)
        for number, value in enumerate(row["values"]):
            day = _month_after(first, number) if row["every"] == "month" else first + number * STEP[row["every"]]
            self.time.on(day, "07:30", partial(self.enter, made, day, value))

    def enter(self, made: list[Measure], day: dt.date, value: float) -> None:
        """A value is entered."""
        made[0].enter(on=day, value=Decimal(str(value)), by=self.leader)

    def improvement(self, row: dict[str, Any]) -> None:
        """A card from its idea to where it stands."""
        title = row["t"]
        self.time.on(row["on"], "06:45" if row.get("take", [None])[0] == row["on"] else "10:00", lambda: self.hand_in(row))
        if row.get("quick"):
            self.time.on(row["on"], "10:05", lambda: self.card(title).finish_at_once(by=self.people[row["by"]]))
        if "take" in row:
            day, who, due = row["take"]
            self.time.on(
                day, self.after(7), lambda: self.card(title).take_up(by=self.leader, responsible=self.people[who], due_on=due)
            )
        for state, day in row.get("to", []):
            self.time.on(day, self.after(9), partial(self.move, title, state))
        if "block" in row:
            self.time.on(row["block"][0], "12:00", lambda: self.card(title).block(by=self.leader, reason=row["block"][1]))
        if "touched" in row:
            self.time.on(row["touched"], "12:00", lambda: self.touch(title))
        for day, who, text in row.get("comments", []):
            self.time.on(day, "12:00", partial(self.comment, title, who, text))
        if "done" in row:
            self.time.on(row["done"], self.after(10), partial(self.move, title, "done"))
        self.aside(row, title)
        if "gain" in row:
            self.gain(row, row["gain"])

    def card(self, title: str) -> Improvement:
        """The card with a title."""
        return self.cards[title]

    def hand_in(self, row: dict[str, Any]) -> None:
        """The idea, with all that is written on the sheet."""
        sheet = {
            name: row[name]
            for name in ("problem", "cause", "idea", "expectation", "test", "learning", "standard")
            if name in row
        }
        self.cards[row["t"]] = Improvement.hand_in(
            unit=self.unit, by=self.people[row["by"]], title=row["t"], category=row["c"], **sheet
        )

    def move(self, title: str, state: str) -> None:
        """The card moves on."""
        self.card(title).move(by=self.leader, state=state)

    def touch(self, title: str) -> None:
        """Somebody looks after the card."""
        card = self.card(title)
        card.assign(by=self.leader, responsible=card.responsible, due_on=card.due_on)

    def comment(self, title: str, who: str, text: str) -> None:
        """Somebody says something."""
        self.card(title).comment(by=self.people[who], text=text)

    def aside(self, row: dict[str, Any], title: str) -> None:
        """No, not now, or together with another."""
        if "decline" in row:
            day, reason = row["decline"]
            self.time.on(day, self.after(8), lambda: self.card(title).decline(by=self.leader, reason=reason))
        if "park" in row:
            day, until, reason = row["park"]
            self.time.on(day, self.after(8), lambda: self.card(title).park(by=self.leader, until=until, reason=reason))
        if "merge" in row:
            day, other = row["merge"]
            self.time.on(day, self.after(8), lambda: self.card(title).merge_into(self.card(other), by=self.leader))

    def gain(self, row: dict[str, Any], gain: dict[str, Any]) -> None:
        """Time found, agreed on and checked."""
        kept: list[Gain] = []
        self.time.on(gain["found"], self.after(11), lambda: kept.append(self.identify(row, gain)))
        if "agreed" in gain:
            self.time.on(gain["agreed"], self.after(12), lambda: kept[0].agree(self.agreement(gain), by=self.leader))
            self.time.on(gain["informed"], "12:00", lambda: self.agreement(gain).inform(on=gain["informed"], by=self.leader))
        if "checked" in gain:
            self.time.on(
                gain["checked"], self.after(13), lambda: kept[0].verify(answer="yes", on=gain["checked"], by=self.leader)
            )

    def identify(self, row: dict[str, Any], gain: dict[str, Any]) -> Gain:
        """The gain with its arithmetic."""
        numbers: dict[str, Any] = {"arithmetic": Arithmetic.HOURS, "hours": Decimal(str(gain.get("hours", 0)))}
        if "minutes" in gain:
            numbers = {"arithmetic": Arithmetic.WEEKLY, "minutes": Decimal(str(gain["minutes"])), "people": gain.get("people", 1), "times": Decimal(gain["per_week"])}  # fmt: skip
        node = tree(gain["found"])[self.unit.pk]
        factor = factor_for(self.unit.municipality, node, gain["found"])
        return Gain.identify(
            unit=self.unit, by=self.leader, name=row["t"], improvement=self.card(row["t"]), factor=factor, on=gain["found"],
            outcome=OUTCOMES["use" in gain], **numbers,
        )  # fmt: skip

    def agreement(self, gain: dict[str, Any]) -> GainAgreement:
        """What the time is for; the same use on the same day is one agreement."""
        key = (gain["use"], gain["agreed"])
        if key not in self.agreements:
            self.agreements[key] = GainAgreement.make(
                unit=self.unit, by=self.leader, purpose=gain["use"], for_whom=gain["for"], staff=self.union, agreed_on=gain["agreed"],
                check_on=gain.get("check_on"),
            )  # fmt: skip
        return self.agreements[key]


def _month_after(first: dt.date, months: int) -> dt.date:
    year, month = divmod(first.month - 1 + months, 12)
    return dt.date(first.year + year, month + 1, first.day)
