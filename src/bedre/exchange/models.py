"""An import under way: the file, what will happen to each row, and how far it has come."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel


class State(models.TextChoices):
    """Waiting for what, or how it ended."""

    READING = "reading"
    PLANNED = "planned"
    WRITING = "writing"
    DONE = "done"
    REFUSED = "refused"


class Import(TenantModel):
    """A file that was sent in. Nothing is written before somebody confirms the plan, and then all of it or nothing."""

    REDACTABLE = ("fates", "name", "says")
    KINDS: ClassVar = ["units", "people"]

    kind = models.CharField(max_length=10)
    name = models.CharField(max_length=200, help_text="Of the file")
    content = models.BinaryField(help_text="The file, then its rows as they were read; gone when the import is over")
    on = models.DateField(help_text="From when what it says is true")
    by = models.ForeignKey("people.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    says = models.CharField(max_length=500, blank=True, help_text="Why it was refused")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    fates = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def busy(self) -> bool:
        """Whether it works by itself just now."""
        return self.state in (State.READING, State.WRITING)

    @property
    def wrong(self) -> bool:
        """Whether the file must be mended and sent in again."""
        return self.state == State.REFUSED or bool(self.counts.get("faulty"))

    @property
    def writable(self) -> bool:
        """Whether there is something to write and nothing wrong."""
        return self.state == State.PLANNED and not self.wrong and self.changes > 0

    @property
    def changes(self) -> int:
        """How many rows will be written."""
        return self.counts.get("new", 0) + self.counts.get("changed", 0)

    @classmethod
    @transaction.atomic
    def send_in(cls, *, kind: str, name: str, content: bytes, on: dt.date, by: Any) -> Import:
        """Keep the file to be read."""
        made = cls.objects.create(kind=kind, name=name[:200], content=content, on=on, by=by)
        events.record(made, "import.sent_in", by=by, kind=kind)
        return made

    @transaction.atomic
    def confirm(self, *, by: Any) -> None:
        """Let it be written. Raises DomainError when it has faults, nothing to write, or was confirmed already."""
        current = Import.objects.select_for_update().get(pk=self.pk)
        if not current.writable:
            raise DomainError(_("This import cannot be written. Send in the file again."))
        self.state, self.done = State.WRITING, 0
        self.save(update_fields=["state", "done"])
        events.record(self, "import.confirmed", by=by, kind=self.kind)

    def refuse(self, sentence: str) -> None:
        """It comes to nothing, and says why."""
        self.state, self.says, self.content = State.REFUSED, sentence[:500], b""
        self.save(update_fields=["state", "says", "content"])

    def redacted(self, *, by: Any) -> None:
        """Something was taken out: an import that waits holds it in its file too, and comes to nothing."""
        self.refresh_from_db()
        if self.state == State.PLANNED:
            self.refuse(_("Something in it was redacted. Send in the file again without it."))

    def come_to(self, done: int) -> None:
        """Tell how many rows are read."""
        Import.objects.filter(pk=self.pk).update(done=done)
