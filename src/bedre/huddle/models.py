"""The meeting as it is held: how long each item took, and what was corrected in the minutes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.board.models import Meeting, MeetingState
from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean


class AgendaTime(TenantModel):
    """A stretch of time on one item of the agenda. Going back opens a new stretch; the running one has no end."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="times")
    key = models.SlugField(max_length=60)
    began_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["began_at"]

    def __str__(self) -> str:
        return f"{self.meeting} {self.key}"

    @property
    def seconds(self) -> int:
        """How long it lasted, or has lasted."""
        return max(int(((self.ended_at or clock.now()) - self.began_at).total_seconds()), 0)

    @classmethod
    @transaction.atomic
    def go_to(cls, meeting: Meeting, key: str, *, by: Any) -> None:
        """Turn to an item. Raises DomainError when the meeting does not run."""
        current = Meeting.objects.select_for_update().get(pk=meeting.pk)
        if current.state != MeetingState.RUNNING:
            raise DomainError(_("This meeting is not running."))
        running = cls.objects.filter(meeting=meeting, ended_at=None)
        if running.filter(key=key).exists():
            return
        running.update(ended_at=clock.now())
        cls.objects.create(meeting=meeting, key=key)
        events.record(meeting, "meeting.item", by=by, unit=meeting.unit, key=key)

    @classmethod
    @transaction.atomic
    def finish(cls, meeting: Meeting, *, by: Any) -> None:
        """End the meeting and its last item."""
        meeting.end(by=by)
        cls.objects.filter(meeting=meeting, ended_at=None).update(ended_at=clock.now())

    @classmethod
    @transaction.atomic
    def take_up_again(cls, meeting: Meeting, *, by: Any) -> None:
        """Let a meeting that was ended too early go on at the item where it stood."""
        meeting.go_on(by=by)
        last = cls.objects.filter(meeting=meeting).last()
        if last is not None:
            cls.objects.create(meeting=meeting, key=last.key)


class Minutes(TenantModel, Versioned):
    """What people corrected in the minutes. Everything else is worked out from what was done."""

    REDACTABLE = ("text",)

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="minutes_text")
    text = models.TextField(blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.meeting)

    @classmethod
    def of(cls, meeting: Meeting) -> Minutes:
        """The minutes of a meeting; empty and not kept yet before somebody adds to them."""
        return cls.objects.filter(meeting=meeting).first() or cls(meeting=meeting)

    @transaction.atomic
    def correct(self, *, by: Any, version: int | None, text: str) -> None:
        """Correct or add. Raises StaleError, or DomainError once the next meeting was held."""
        current, _created = Minutes.objects.select_for_update().get_or_create(meeting=self.meeting)
        current.check_version(version)
        if next_was_held(self.meeting):
            raise DomainError(_("The next meeting has been held. The minutes stand as they are."))
        current.text, current.by, current.at = clean(text), by, clock.now()
        current.bump()
        current.save()
        events.record(current, "minutes.corrected", by=by, unit=self.meeting.unit)


def next_was_held(meeting: Meeting) -> bool:
    """Whether a later meeting of the unit was held: from then on the minutes stand."""
    return Meeting.objects.filter(unit_id=meeting.unit_id, on__gt=meeting.on, state=MeetingState.HELD).exists()


def begin(unit: Any, upcoming: Any, method: Any, *, by: Any) -> Meeting:
    """Take over the meeting that runs, or start the one due today, or one on the spot; at the agenda's first item or where it stood."""
    today, now = clock.today(), clock.now()
    due = upcoming is not None and upcoming.on == today
    at = upcoming.at if due else dt.time(now.hour, now.minute)
    with transaction.atomic():
        running = Meeting.objects.filter(unit_id=unit.id, state=MeetingState.RUNNING).first()
        meeting = running or Meeting.plan(unit=unit, on=today, at=at, by=by, minutes=method.meeting.minutes)
        meeting.start(by=by)
        if not meeting.times.exists():
            AgendaTime.go_to(meeting, method.meeting.agenda[0].key, by=by)
    return meeting
