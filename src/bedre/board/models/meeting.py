"""The calendar of a unit's meetings: the rhythm, and each meeting that is planned, held or cancelled."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel
from bedre.kernel.text import clean


class Rhythm(TenantModel):
    """Weekday and time of the meetings from a date; a new one takes over from the one before."""

    unit = models.ForeignKey("organisation.Unit", on_delete=models.CASCADE, related_name="rhythms")
    weekday = models.PositiveSmallIntegerField(validators=[MaxValueValidator(6)], help_text="0 Monday … 6 Sunday")
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField(default=15)
    every_weeks = models.PositiveSmallIntegerField(default=1)
    valid_from = models.DateField()
    recorded_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-valid_from", "-recorded_at"]

    def __str__(self) -> str:
        return f"{self.unit} {self.weekday} {self.at}"

    @classmethod
    @transaction.atomic
    def settle(cls, *, unit: Any, weekday: int, at: dt.time, valid_from: dt.date, by: Any, **fields: Any) -> Rhythm:
        """Meet on this weekday at this time from a date. Coming meetings are worked out from it; only what happened to one is kept as a `Meeting`."""
        rhythm = cls.objects.create(unit_id=unit.id, weekday=weekday, at=at, valid_from=valid_from, by=by, **fields)
        events.record(
            rhythm, "meeting.rhythm", by=by, unit=rhythm.unit, weekday=weekday, at=at.isoformat(), on=valid_from.isoformat()
        )
        return rhythm

    @classmethod
    def of(cls, unit_id: Any, on: dt.date) -> Rhythm | None:
        """The rhythm that holds on a date, or None."""
        return cls.objects.filter(unit_id=unit_id, valid_from__lte=on).first()

    def next_date(self, after: dt.date) -> dt.date:
        """The first meeting day on or after a date."""
        start = self.valid_from + dt.timedelta((self.weekday - self.valid_from.weekday()) % 7)
        if after <= start:
            return start
        weeks = -(-(after - start).days // (7 * self.every_weeks))
        return start + dt.timedelta(weeks=weeks * self.every_weeks)


class MeetingState(models.TextChoices):
    """Whether a meeting is to come, goes on, was held or fell out."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"


class Meeting(TenantModel):
    """One meeting at the board. Attendance is a count, never a list."""

    REDACTABLE = ("reason",)

    unit = models.ForeignKey("organisation.Unit", on_delete=models.CASCADE, related_name="meetings")
    on = models.DateField()
    at = models.TimeField()
    minutes = models.PositiveSmallIntegerField(default=15)
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it was cancelled")
    leader = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    attendance = models.PositiveSmallIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["on", "at"]
        indexes = [models.Index(fields=["municipality", "unit", "on"])]
        constraints = [
            models.UniqueConstraint(fields=["unit"], condition=models.Q(state="running"), name="one_running_meeting"),
            models.UniqueConstraint(fields=["unit", "on", "at"], name="meeting_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.on}"

    @classmethod
    @transaction.atomic
    def plan(cls, *, unit: Any, on: dt.date, at: dt.time, by: Any, minutes: int = 15) -> Meeting:
        """Plan a meeting; asking twice for the same moment gives the same one."""
        meeting, created = cls.objects.get_or_create(unit_id=unit.id, on=on, at=at, defaults={"minutes": minutes})
        if created:
            events.record(meeting, "meeting.planned", by=by, unit=meeting.unit, on=on.isoformat())
        return meeting

    @transaction.atomic
    def start(self, *, by: Any) -> None:
        """Begin. Starting one that runs lets a deputy take over. Raises DomainError when it is over, or another one runs."""
        current = Meeting.objects.select_for_update().get(pk=self.pk)
        if current.state in (MeetingState.HELD, MeetingState.CANCELLED):
            raise DomainError(_("This meeting is over."))
        if Meeting.objects.filter(unit_id=self.unit_id, state=MeetingState.RUNNING).exclude(pk=self.pk).exists():
            raise DomainError(_("Another meeting is running. End it first."))
        self.state, self.leader = MeetingState.RUNNING, by
        self.started_at = current.started_at or clock.now()
        self.save(update_fields=["state", "leader", "started_at"])
        events.record(self, "meeting.started", by=by, unit=self.unit, on=self.on.isoformat())

    @transaction.atomic
    def count(self, attendance: int, *, by: Any) -> None:
        """How many are there. Raises DomainError below zero or above 500."""
        if not 0 <= attendance <= 500:
            raise DomainError(_("How many are here? A number from 0 to 500."))
        self.attendance = attendance
        self.save(update_fields=["attendance"])

    @transaction.atomic
    def end(self, *, by: Any, attendance: int | None = None) -> None:
        """It was held. Raises DomainError for one that was not started."""
        current = Meeting.objects.select_for_update().get(pk=self.pk)
        if current.state != MeetingState.RUNNING:
            raise DomainError(_("This meeting is not running."))
        self.state, self.ended_at = MeetingState.HELD, clock.now()
        self.attendance = attendance if attendance is not None else current.attendance
        self.save(update_fields=["state", "ended_at", "attendance"])
        events.record(self, "meeting.held", by=by, unit=self.unit, on=self.on.isoformat(), attendance=self.attendance)

    @transaction.atomic
    def go_on(self, *, by: Any) -> None:
        """Take back an end that was pressed too early. Raises DomainError on another day, or when another meeting runs."""
        current = Meeting.objects.select_for_update().get(pk=self.pk)
        if current.state != MeetingState.HELD or current.on != clock.today():
            raise DomainError(_("Only a meeting that ended today can go on."))
        if Meeting.objects.filter(unit_id=self.unit_id, state=MeetingState.RUNNING).exists():
            raise DomainError(_("Another meeting is running. End it first."))
        self.state, self.ended_at = MeetingState.RUNNING, None
        self.save(update_fields=["state", "ended_at"])
        events.record(self, "meeting.went_on", by=by, unit=self.unit, on=self.on.isoformat())

    @transaction.atomic
    def cancel(self, *, by: Any, reason: str) -> None:
        """It falls out. Raises DomainError without a reason, or for one that was held."""
        if not clean(reason):
            raise DomainError(_("Say why the meeting falls out."))
        current = Meeting.objects.select_for_update().get(pk=self.pk)
        if current.state != MeetingState.PLANNED:
            raise DomainError(_("Only a meeting that is planned can be cancelled."))
        self.state, self.reason = MeetingState.CANCELLED, clean(reason)[:300]
        self.save(update_fields=["state", "reason"])
        events.record(self, "meeting.cancelled", by=by, unit=self.unit, on=self.on.isoformat())
