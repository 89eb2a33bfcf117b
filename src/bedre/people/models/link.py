"""Secret addresses that let somebody in once: only a hash is kept, they run out, and they work a single time.

Like all of signing in they keep real time, not the domain's.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.ids import uuid7
from bedre.kernel.tenancy import TenantModel

from .account import Account
from .person import Person

SETUP_HOURS = 24
INVITATION_DAYS = 14


def digest(secret: str) -> str:
    """SHA-256 of a secret, in hexadecimal."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Secret(models.Model):
    """What both kinds of link share."""

    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def open(self) -> bool:
        """Whether it can still be used."""
        return self.used_at is None and timezone.now() < self.expires_at

    def use(self) -> None:
        """Use it up. Raises DomainError when somebody already did, or it ran out."""
        taken = type(self)._default_manager.filter(pk=self.pk, used_at=None, expires_at__gt=timezone.now())
        if not taken.update(used_at=timezone.now()):
            raise DomainError(_("This link has been used or has run out. Ask for a new one."))


class SetupLink(Secret):
    """The link with which the first administrator begins. It belongs to no municipality: there is none yet."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"

    @classmethod
    @transaction.atomic
    def make(cls) -> str:
        """Make a link, end the ones before it, and return its secret: it is told this once."""
        cls.objects.filter(used_at=None).update(expires_at=timezone.now())
        secret = secrets.token_urlsafe(32)
        cls.objects.create(secret_hash=digest(secret), expires_at=timezone.now() + dt.timedelta(hours=SETUP_HOURS))
        return secret

    @classmethod
    def behind(cls, secret: str) -> SetupLink | None:
        """The link of a secret that can still be used, or None."""
        link = cls.objects.filter(secret_hash=digest(secret)).first()
        return link if link and link.open else None

    @classmethod
    def waits(cls) -> bool:
        """Whether a link has been given and can still be used."""
        return cls.objects.filter(used_at=None, expires_at__gt=timezone.now()).exists()


class Invitation(TenantModel, Secret):
    """The link with which a person gets an account."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    mailed = models.BooleanField(default=False, help_text="Sent by e-mail; its secret is made by the task that sends it")

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.person} {self.made_at:%Y-%m-%d}"

    @classmethod
    @transaction.atomic
    def make(cls, person: Person, *, by: Person | None, mail: bool = False) -> tuple[Invitation, str]:
        """Invite a person; invitations before it end. Returns the invitation and its secret, told this once.

        With `mail` the secret is made anew by the task that sends it. Raises DomainError for somebody who has left, has an
        account, or (by mail) has no e-mail address.
        """
        _check(person, mail)
        cls.objects.filter(person=person, used_at=None).update(expires_at=timezone.now())
        secret = secrets.token_urlsafe(24)
        until = timezone.now() + dt.timedelta(days=INVITATION_DAYS)
        invitation = cls.objects.create(person=person, by=by, mailed=mail, secret_hash=digest(secret), expires_at=until)
        events.record(invitation, "person.mailed" if mail else "person.invited", by=by)
        return invitation, secret

    def renew_secret(self) -> str:
        """Replace the secret by a new one and return it; for the task that mails it."""
        secret = secrets.token_urlsafe(24)
        self.secret_hash = digest(secret)
        self.save(update_fields=["secret_hash"])
        return secret

    @classmethod
    def behind(cls, secret: str) -> Invitation | None:
        """The invitation of a secret that can still be used, or None."""
        found = cls.objects.select_related("person").filter(secret_hash=digest(secret)).first()
        return found if found and found.open and found.person.left_on is None else None

    @transaction.atomic
    def accept(self, account: Account) -> None:
        """Let the account sign in as the invited person. Raises DomainError when the link was used or ran out."""
        self.use()
        self.person.connect(account)


def _check(person: Person, mail: bool) -> None:
    if person.left_on is not None:
        raise DomainError(_("This person has left and cannot be invited."))
    if person.account_id is not None:
        raise DomainError(_("This person already has an account."))
    if mail and not person.email:
        raise DomainError(_("This person has no e-mail address. Make a link and hand it over."))
