"""What people upload: photos (always re-encoded) and course files."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.functional import cached_property

from bedre.kernel import clock, events
from bedre.kernel.tenancy import TenantModel


class Upload(TenantModel):
    """A file that hangs on something (`owner_type`, `owner_id`). The bytes lie under `name` in the data folder, never in the web root."""

    REDACTABLE = ("original_name", "alt")

    PHOTO, DOCUMENT = "photo", "document"

    kind = models.CharField(max_length=10, choices=[(PHOTO, PHOTO), (DOCUMENT, DOCUMENT)])
    owner_type = models.CharField(max_length=60)
    owner_id = models.UUIDField()
    name = models.CharField(max_length=120, help_text="Path below the files folder")
    original_name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    alt = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True, help_text="Redacted: the bytes are gone")

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["municipality", "owner_id"])]

    def __str__(self) -> str:
        return self.original_name or self.name

    @cached_property
    def owner(self) -> Any:
        """What it hangs on, or None. One query."""
        return apps.get_model(self.owner_type)._default_manager.filter(pk=self.owner_id).first()

    @transaction.atomic
    def redact(self, *, by: Any, reason: str) -> None:
        """Delete the bytes for good, and keep who, when and why. Raises DomainError without a reason or a second time."""
        from bedre.kernel.redaction import note

        from .storage import forget

        note([self._meta.label_lower, str(self.pk), "file"], by=by, reason=reason)
        self.removed_at, self.original_name = clock.now(), ""
        self.save(update_fields=["removed_at", "original_name"])
        events.record(self, "file.redacted", by=by)
        transaction.on_commit(lambda: forget(self.name))
