"""Mail that a demonstration caught, and secret calendar addresses."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.db import models, transaction

from bedre.kernel import clock, events
from bedre.kernel.tenancy import TenantModel


class CaughtMail(models.Model):
    """A mail that a demonstration or test would have sent. Nothing leaves the machine."""

    REDACTABLE = ("subject", "body")

    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.subject


class CalendarFeed(TenantModel):
    """A secret address with which a calendar program reads one person's dates. Only a hash of the secret is kept."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=clock.now)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person} {self.made_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def make(cls, person: Any) -> str:
        """Make an address for a person, revoke the ones before it, and return the secret: it is shown this once."""
        for feed in cls.objects.filter(person=person, revoked_at=None):
            feed.revoke(by=person)
        secret = secrets.token_urlsafe(24)
        feed = cls.objects.create(person=person, secret_hash=digest(secret))
        events.record(feed, "calendar.opened", by=person)
        return secret

    @transaction.atomic
    def revoke(self, *, by: Any) -> None:
        """The address stops working at once."""
        self.revoked_at = clock.now()
        self.save(update_fields=["revoked_at"])
        events.record(self, "calendar.revoked", by=by)

    @classmethod
    def behind(cls, secret: str) -> CalendarFeed | None:
        """The feed of a secret that is still in force, or None."""
        return cls.objects.select_related("person").filter(secret_hash=digest(secret), revoked_at=None).first()


def digest(secret: str) -> str:
    """SHA-256 of a secret, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()
