"""An improvement: a title that may grow into a whole A3. Its life is told by its verbs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .. import life
from ..life import State
from . import place, texts
from .board import Board


class Source(models.TextChoices):
    """Where an idea comes from."""

    EMPLOYEE = "employee"
    USER = "user"
    NEXT_OF_KIN = "next_of_kin"
    AUDIT = "audit"
    DEVIATION = "deviation"
    VISIT = "visit"


class ShownAs(models.TextChoices):
    """How the proposer chose to be shown on the card."""

    NAME = "name"
    UNIT = "unit"


class Improvement(TenantModel, Versioned):
    """A card. Only the title must be there; the rest grows when needed and is never typed twice."""

    TYPED = ("title", "problem", "cause", "idea", "expectation", "test", "result", "learning", "standard")
    REDACTABLE = TYPED

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="improvements")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=texts.LONGEST_TITLE)
    problem = models.TextField(blank=True)
    cause = models.TextField(blank=True, help_text="One why a line")
    idea = models.TextField(blank=True)
    expectation = models.TextField(blank=True)
    test = models.TextField(blank=True)
    result = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    standard = models.TextField(blank=True, help_text="The new way, and where it stands")
    state = models.CharField(max_length=12, choices=State.choices, default=State.NEW)
    category = models.SlugField(max_length=40, blank=True)
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.EMPLOYEE)
    proposer = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    shown_as = models.CharField(max_length=4, choices=ShownAs.choices, default=ShownAs.UNIT)
    responsible = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    effort = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 little, 2 much")
    effect = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 little, 2 much")
    at_once = models.BooleanField(default=False, help_text="We just did it")
    position = models.FloatField(default=0)
    handed_in_at = models.DateTimeField(default=clock.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(default=clock.now)
    done_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["municipality", "unit", "number"], name="improvement_number")]
        indexes = [
            models.Index(fields=["municipality", "unit", "state", "position"]),
            models.Index(fields=["municipality", "proposer"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def code(self) -> str:
        """What people call it: HT2-42."""
        return f"{self.unit.prefix}-{self.number}"

    @classmethod
    def column(cls, unit_id: Any, state: str) -> models.QuerySet[Improvement]:
        """The unit's cards in a state."""
        return cls.objects.filter(unit_id=unit_id, state=state)

    @classmethod
    @transaction.atomic
    def hand_in(cls, *, unit: Any, by: Any, title: str, **fields: Any) -> Improvement:
        """Hand in an idea. `fields`: category, idea, problem, source, shown_as. Raises DomainError for an empty or too long text."""
        typed = texts.typed({"title": title, **fields}, cls.TYPED)
        improvement = cls.objects.create(
            unit_id=unit.id,
            number=Board.of(unit).next_number(),
            proposer=by,
            position=place.last(cls.column(unit.id, State.NEW)),
            **typed,
        )
        events.record(improvement, "board.handed_in", by=by, unit=improvement.unit, number=improvement.number)
        return improvement

    @classmethod
    @transaction.atomic
    def just_did(cls, *, unit: Any, by: Any, title: str, **fields: Any) -> Improvement:
        """We just did it: handed in and done in one touch."""
        improvement = cls.hand_in(unit=unit, by=by, title=title, **fields)
        improvement.finish_at_once(by=by)
        return improvement

    @transaction.atomic
    def finish_at_once(self, *, by: Any) -> None:
        """A new idea that was done on the spot. Raises DomainError for a card that is not new."""
        self._lock()
        if self.state != State.NEW:
            raise DomainError(_("Only a new idea can be done at once. Move the card instead."))
        self.at_once, self.answered_at = True, clock.now()
        self._become(State.DONE)
        events.record(self, "board.done", by=by, unit=self.unit, at_once=True)

    @transaction.atomic
    def take_up(
        self,
        *,
        by: Any,
        responsible: Any = None,
        due_on: dt.date | None = None,
        effort: int | None = None,
        effect: int | None = None,
    ) -> None:
        """Yes: it is planned, by somebody, until a date. `effort` and `effect`: 1 little, 2 much, None not said.

        Raises DomainError for a card that is not new.
        """
        self._lock()
        life.check_answer(self.state)
        self.responsible, self.due_on, self.effort, self.effect = responsible, due_on, effort, effect
        self._answer()
        self._become(State.PRIORITISED)
        who = str(responsible.pk) if responsible else None
        events.record(
            self, "board.taken_up", by=by, unit=self.unit, responsible=who, due_on=_iso(due_on), effort=effort, effect=effect
        )

    @transaction.atomic
    def decline(self, *, by: Any, reason: str) -> None:
        """No, with a reason that the proposer reads. Raises DomainError without one, or for a card that is finished."""
        self._lock()
        life.check_open(self.state)
        if not clean(reason):
            raise DomainError(_("A no needs a reason. The one who proposed it gets to read it."))
        record = self.declines.create(by=by, reason=texts.long(reason))
        self._answer()
        self._become(State.DECLINED)
        events.record(self, "board.declined", by=by, unit=self.unit, decline=str(record.pk))

    @transaction.atomic
    def park(self, *, by: Any, until: dt.date | None = None, reason: str = "") -> None:
        """Not now. Raises DomainError for a date that has passed, or a card that is finished."""
        self._lock()
        life.check_open(self.state)
        if until is not None and until <= clock.today():
            raise DomainError(_("Park it until a date that is still to come."))
        record = self.parkings.create(by=by, until=until, reason=texts.long(reason))
        self._answer()
        self._become(State.PARKED)
        events.record(self, "board.parked", by=by, unit=self.unit, parking=str(record.pk), until=_iso(until))

    @transaction.atomic
    def merge_into(self, other: Improvement, *, by: Any) -> None:
        """Go on in another card of the same unit. Raises DomainError for itself, another unit, or a card that is merged away."""
        self._lock()
        life.check_open(self.state)
        if other.pk == self.pk or other.unit_id != self.unit_id:
            raise DomainError(_("Choose another card on the same board."))
        if other.state in life.ASIDE:
            raise DomainError(_("That card is not on the board. Choose one that is."))
        self.merges.create(by=by, into=other)
        self._answer()
        self._become(State.MERGED)
        events.record(self, "board.merged", by=by, unit=self.unit, into=str(other.pk))

    @transaction.atomic
    def take_back(self, *, by: Any) -> None:
        """Take a card up again that was declined, parked or merged: it is new, and gets an answer anew."""
        self._lock()
        if self.state not in life.ASIDE:
            raise DomainError(_("The card is on the board already."))
        for records in (self.declines, self.parkings, self.merges):
            records.filter(ended_at=None).update(ended_at=clock.now())
        self.answered_at = None
        self._become(State.NEW)
        events.record(self, "board.taken_back", by=by, unit=self.unit)

    @transaction.atomic
    def move(self, *, by: Any, state: str, before: Improvement | None = None) -> None:
        """Move to a state, last in it or before another card. Raises DomainError where a verb of its own is needed."""
        self._lock()
        life.check_move(self.state, state)
        was = self.state
        if was == State.NEW and state != State.NEW:
            self._answer()
        self._become(state, before)
        events.record(self, "board.moved", by=by, unit=self.unit, **{"from": was, "to": state})
        if state == State.DONE:
            events.record(self, "board.done", by=by, unit=self.unit, at_once=False)

    @transaction.atomic
    def assign(self, *, by: Any, responsible: Any, due_on: dt.date | None) -> None:
        """Say who has it and until when."""
        self._lock()
        self.responsible, self.due_on = responsible, due_on
        self._touch()
        who = str(responsible.pk) if responsible else None
        events.record(self, "board.assigned", by=by, unit=self.unit, responsible=who, due_on=_iso(due_on))

    @transaction.atomic
    def weigh(self, *, by: Any, effort: int | None, effect: int | None) -> None:
        """How much work it is and how much it helps: 1 little, 2 much."""
        self._lock()
        self.effort, self.effect = effort, effect
        self._touch()
        events.record(self, "board.weighed", by=by, unit=self.unit, effort=effort, effect=effect)

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, **fields: Any) -> None:
        """Write in the sheet: any of `TYPED`, and category. Raises StaleError, DomainError for texts that are too long."""
        self._lock()
        self.check_version(version)
        for name, value in texts.typed(fields, self.TYPED).items():
            setattr(self, name, value)
        self._touch()
        events.record(self, "board.written", by=by, unit=self.unit, fields=sorted(fields))

    @transaction.atomic
    def block(self, *, by: Any, reason: str) -> None:
        """Something stops it. Raises DomainError without saying what, or when it is stopped already."""
        self._lock()
        if not clean(reason):
            raise DomainError(_("Say what stops it."))
        if self.blocks.filter(ended_at=None).exists():
            raise DomainError(_("The card is already stopped."))
        record = self.blocks.create(by=by, reason=texts.short(reason))
        self._touch()
        events.record(self, "board.blocked", by=by, unit=self.unit, block=str(record.pk))

    @transaction.atomic
    def unblock(self, *, by: Any) -> None:
        """It goes on."""
        self._lock()
        if not self.blocks.filter(ended_at=None).update(ended_at=clock.now()):
            raise DomainError(_("The card is not stopped."))
        self._touch()
        events.record(self, "board.unblocked", by=by, unit=self.unit)

    @transaction.atomic
    def comment(self, *, by: Any, text: str) -> Any:
        """Say something under the card. Raises DomainError for an empty or too long text."""
        if not clean(text):
            raise DomainError(_("Write something first."))
        comment = self.comments.create(by=by, text=texts.long(text))
        events.record(self, "board.commented", by=by, unit=self.unit, comment=str(comment.pk))
        return comment

    def _lock(self) -> None:
        """Start from the row as it is now, and keep others from changing it until the verb is done."""
        current = type(self).objects.select_for_update().get(pk=self.pk)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(current, field.attname))

    def _answer(self) -> None:
        self.answered_at = self.answered_at or clock.now()

    def _touch(self) -> None:
        self.touched_at = clock.now()
        self.bump()
        self.save()

    def _become(self, state: str, before: Improvement | None = None) -> None:
        column = self.column(self.unit_id, state).exclude(pk=self.pk)
        self.position = place.before(column, before) if before is not None else place.last(column)
        self.state = state
        self.done_on = clock.today() if state == State.DONE else None
        self._touch()


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
