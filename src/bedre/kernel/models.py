"""What the ground floor keeps: the log of events, what has been sent in, the clock and the ticks."""

from django.db import models
from django.utils import timezone

from .clock import now
from .tenancy import TenantModel


class Event(TenantModel):
    """Append-only: when, who (or none), verb, what and the changed fields. Never a copy of free text, so that redaction holds."""

    at = models.DateTimeField(default=now, help_text="Domain time: when it is true.")
    recorded_at = models.DateTimeField(default=timezone.now, help_text="Real time: when it became known.")
    actor = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, null=True, related_name="+")
    changes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "subject_id", "at"]),
            models.Index(fields=["municipality", "unit", "at"]),
            models.Index(fields=["municipality", "verb", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_type} {self.subject_id}"

    def save(self, *args, **kwargs) -> None:
        """Write once. Raises TypeError on a second save: the log is append-only."""
        if not self._state.adding:
            raise TypeError("Events are append-only.")
        super().save(*args, **kwargs)


class Submission(models.Model):
    """A form that was sent in, and where it led, so that the same form sent twice happens once."""

    key = models.UUIDField(primary_key=True)
    location = models.CharField(max_length=500, default="")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return str(self.key)


class ClockSetting(models.Model):
    """The one row that says which date a demonstration or test stands at."""

    date = models.DateField()

    def __str__(self) -> str:
        return self.date.isoformat()


class Tick(models.Model):
    """When a recurring job last ran. Real time."""

    name = models.CharField(max_length=100, primary_key=True)
    ran_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.ran_at:%Y-%m-%d %H:%M}"


from .redaction import Redaction  # noqa: E402, F401  (a model of this app; it needs Event)
