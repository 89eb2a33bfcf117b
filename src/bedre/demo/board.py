"""Plays the boards: meetings by their rhythm, and improvements with their answers."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from bedre.board.models import Improvement, Meeting, Rhythm
from bedre.files.storage import accept_photo
from bedre.huddle.models import AgendaTime, Minutes
from bedre.method import catalog
from bedre.method import queries as methods
from bedre.organisation.models import Unit
from bedre.people.models import Person

from . import pictures
from .data import invented
from .gains import GainOf
from .scene import Scene

LEADERS = {"omsorg-sor-hjemmetjenesten-2": ("leader", "union_rep"), "nav-flyktningetjenesten": ("nav_leader", "nav_union_rep")}
MINUTES = 14
"""How long a meeting lasts where nothing else is said."""


def put(scene: Scene) -> None:
    """Put the boards of both pilots on the timeline."""
    for slug in LEADERS:
        board = Board(scene, slug)
        board.meetings()
        for row in invented()["improvements"][slug]:
            Card(board, row).put()


class Board:
    """One unit's board, with who leads its meetings when."""

    def __init__(self, scene: Scene, slug: str) -> None:
        self.scene, self.time, self.people, self.slug = scene, scene.time, scene.people, slug
        self.unit: Unit = scene.units[slug]
        leader, union = LEADERS[slug]
        self.leader, self.union = scene.people[leader], scene.people[union]
        self.rhythm = invented()["meetings"][slug]

    def chair(self, day: dt.date) -> Person:
        """Who leads the meeting of a day: the deputy where it says so."""
        deputy = self.rhythm["led_by"].get(day)
        return self.people[deputy] if deputy else self.leader

    def into(self, minutes: float) -> str:
        """A time of day, so many minutes into the meeting."""
        start = dt.datetime.combine(dt.date(2015, 1, 1), dt.time.fromisoformat(self.rhythm["at"]))
        return f"{start + dt.timedelta(minutes=minutes):%H:%M:%S}"

    def meetings(self) -> None:
        """Put the rhythm and every meeting on the timeline."""
        first = self.rhythm["from"]
        self.time.on(first - dt.timedelta(3), "15:00", self.settle)
        for number, attendance in enumerate(self.rhythm["attendance"]):
            day = first + dt.timedelta(weeks=number)
            if day in self.rhythm["cancelled"]:
                self.time.on(day - dt.timedelta(3), "12:00", partial(self.cancel, day))
            else:
                self.meeting(day, attendance)

    def settle(self) -> None:
        """The unit chooses weekday and time."""
        at = dt.time.fromisoformat(self.rhythm["at"])
        Rhythm.settle(unit=self.unit, weekday=self.rhythm["weekday"], at=at, valid_from=self.rhythm["from"], by=self.leader)

    def cancel(self, day: dt.date) -> None:
        """A meeting falls out."""
        self.planned(day).cancel(by=self.leader, reason=self.rhythm["cancelled"][day])

    def meeting(self, day: dt.date, attendance: int) -> None:
        """A meeting is held, item by item."""
        agenda = catalog.method().meeting.agenda
        lasted = self.rhythm["lasted"].get(day, MINUTES)
        self.time.on(day, self.rhythm["at"], partial(self.start, day, attendance))
        for number, item in enumerate(agenda[1:], 1):
            share = sum(before.minutes for before in agenda[:number]) / sum(each.minutes for each in agenda)
            self.time.on(day, self.into(lasted * share), partial(self.item, day, item.key))
        self.time.on(day, self.into(lasted), lambda: AgendaTime.finish(self.planned(day), by=self.chair(day)))
        if day in self.rhythm["minutes"]:
            self.time.on(day, "15:00", partial(self.correct, day))

    def planned(self, day: dt.date) -> Meeting:
        """The meeting of a day."""
        return Meeting.plan(unit=self.unit, on=day, at=dt.time.fromisoformat(self.rhythm["at"]), by=self.leader)

    def start(self, day: dt.date, attendance: int) -> None:
        """Somebody leads it, and counts."""
        meeting, chair = self.planned(day), self.chair(day)
        meeting.start(by=chair)
        meeting.count(attendance, by=chair)
        AgendaTime.go_to(meeting, methods.current().meeting.agenda[0].key, by=chair)

    def item(self, day: dt.date, key: str) -> None:
        """To the next item."""
        AgendaTime.go_to(self.planned(day), key, by=self.chair(day))

    def correct(self, day: dt.date) -> None:
        """Something is added to the minutes."""
        text = self.rhythm["minutes"][day]
        Minutes.of(self.planned(day)).correct(by=self.chair(day), version=None, text=text)


class Card:
    """One improvement, from its idea to where it stands."""

    def __init__(self, board: Board, row: dict[str, Any]) -> None:
        self.board, self.row, self.time, self.people = board, row, board.time, board.people
        self.key = (board.slug, row["t"])

    def put(self) -> None:
        """Put it on the timeline."""
        row = self.row
        answered_that_day = row.get("take", [None])[0] == row["on"]
        self.time.on(row["on"], "06:45" if answered_that_day else "10:00", self.hand_in)
        if row.get("quick"):
            self.time.on(row["on"], "10:05", lambda: self.card.finish_at_once(by=self.people[row["by"]]))
        if "take" in row:
            self.time.on(row["take"][0], self.board.into(7), partial(self.take_up, *row["take"]))
        for state, day in row.get("to", []):
            self.time.on(day, self.board.into(9), partial(self.move, day, state))
        for day, texts in row.get("sheet", {}).items():
            self.time.on(day, "14:30", partial(self.write, texts))
        for day, who, text in row.get("comments", []):
            self.time.on(day, "14:45", partial(self.comment, who, text))
        if "done" in row:
            self.time.on(row["done"], self.board.into(10), partial(self.move, row["done"], "done"))
        self.aside()
        if "gain" in row:
            GainOf(self.board, self.key, row["gain"]).put()

    @property
    def card(self) -> Improvement:
        """The card, once it is handed in."""
        return self.board.scene.cards[self.key]

    def hand_in(self) -> None:
        """The idea, perhaps with a picture."""
        row, proposer = self.row, self.people[self.row["by"]]
        more = {"idea": row.get("idea", ""), "source": row.get("source", "employee"), "shown_as": row.get("as", "unit")}
        self.board.scene.cards[self.key] = Improvement.hand_in(
            unit=self.board.unit, by=proposer, title=row["t"], category=row["c"], **more
        )
        if "photo" in row:
            photo = pictures.picture(row["photo"])
            accept_photo(photo.file, owner=self.card, by=proposer, alt=photo.alt)

    def take_up(self, day: dt.date, who: str, due: dt.date) -> None:
        """Yes: somebody has it until a date. Perhaps it is weighed."""
        self.card.take_up(by=self.board.chair(day), responsible=self.people[who], due_on=due)
        if "weigh" in self.row:
            effort, effect = self.row["weigh"]
            self.card.weigh(by=self.board.chair(day), effort=effort, effect=effect)

    def move(self, day: dt.date, state: str) -> None:
        """The card moves on."""
        self.card.move(by=self.board.chair(day), state=state)

    def write(self, texts: dict[str, str]) -> None:
        """Who has the card writes in its sheet."""
        self.card.write(by=self.card.responsible or self.card.proposer, version=self.card.version, **texts)

    def comment(self, who: str, text: str) -> None:
        """Somebody says something."""
        self.card.comment(by=self.people[who], text=text)

    def aside(self) -> None:
        """No, not now, together with another, or stopped."""
        row, chair, at = self.row, self.board.chair, self.board.into(8)
        if "decline" in row:
            day, reason = row["decline"]
            self.time.on(day, at, lambda: self.card.decline(by=chair(day), reason=reason))
        if "park" in row:
            on, until, why = row["park"]
            self.time.on(on, at, lambda: self.card.park(by=chair(on), until=until, reason=why))
        if "merge" in row:
            then, title = row["merge"]
            other = (self.board.slug, title)
            self.time.on(then, at, lambda: self.card.merge_into(self.board.scene.cards[other], by=chair(then)))
        if "block" in row:
            stopped, cause = row["block"]
            self.time.on(stopped, at, lambda: self.card.block(by=chair(stopped), reason=cause))
