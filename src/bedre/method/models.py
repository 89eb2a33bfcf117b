"""The versions of a method that a municipality keeps, and which of them it follows from when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.tenancy import TenantModel, active_id
from bedre.kernel.text import clean
from bedre.organisation.models import Municipality

from . import catalog
from .format import checksum, parse
from .parts import Method
from .problem import MethodError


class MethodVersion(TenantModel):
    """One text of a method, kept as it was: a published version that was taken over, or the municipality's own variant of one."""

    REDACTABLE = ("note", "text")

    number = models.PositiveIntegerField(help_text="Counts the municipality's versions from 1")
    origin_key = models.CharField(max_length=80)
    origin_version = models.CharField(max_length=80)
    own = models.BooleanField(default=False, help_text="Changed by the municipality: no published text")
    text = models.TextField()
    checksum = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["municipality", "number"], name="method_version_number")]

    def __str__(self) -> str:
        return f"{self.origin_key} {self.number}"

    def save(self, *args, **kwargs) -> None:
        """Write once: what an introduction began with must not change under it. Raises TypeError on a second save of the text."""
        if not self._state.adding and "text" in (kwargs.get("update_fields") or ["text"]):
            raise TypeError("A version of a method is not changed; make a new one.")
        super().save(*args, **kwargs)

    def redacted(self, *, by: Any) -> None:
        """Something was taken out of the text. Raises DomainError when what is left is no method: then it was no free text."""
        self.refresh_from_db()
        try:
            parse(self.text)
        except MethodError:
            raise DomainError(_("The method cannot be read without that text. Give a longer piece of it.")) from None
        MethodVersion.objects.filter(pk=self.pk).update(checksum=checksum(self.text))

    @property
    def method(self) -> Method:
        """The parsed method."""
        return parse(self.text)

    @property
    def file_name(self) -> str:
        """What the version is called as a file: `vestre-toten-3.yaml`."""
        return f"{self.origin_key}-{self.number}.yaml"

    @classmethod
    @transaction.atomic
    def keep(cls, text: str, *, by: Any, note: str = "", seen: int | None = None) -> MethodVersion:
        """Keep a text as the next version. Raises MethodError for a text that is no method, StaleError when `seen` is not the newest.

        The same text as the newest version gives that one again.
        """
        method = parse(text)
        Municipality.objects.select_for_update().get(pk=active_id())  # two who keep at once get two numbers
        newest = cls.objects.first()
        if newest is not None and newest.checksum == checksum(text):
            return newest
        if seen is not None and newest is not None and seen != newest.number:
            raise StaleError(_("Somebody else made version %d while you were writing.") % newest.number, current=newest)
        version = cls.objects.create(
            number=newest.number + 1 if newest else 1,
            origin_key=method.key,
            origin_version=method.version,
            own=not catalog.has(text),
            text=text,
            checksum=checksum(text),
            note=clean(note),
            by=by,
        )
        events.record(version, "method.kept", by=by, number=version.number, checksum=version.checksum)
        return version

    @transaction.atomic
    def adopt(self, *, on: dt.date, by: Any) -> MethodAdoption:
        """Follow this version from a date. Introductions that run keep the version they began with.

        Raises DomainError when it is already followed on that date.
        """
        current = MethodAdoption.in_force(on)
        if current is not None and current.version_id == self.pk:
            raise DomainError(_("This version is already followed."))
        adoption = MethodAdoption.objects.create(version=self, on=on, by=by)
        events.record(adoption, "method.adopted", by=by, number=self.number, on=on.isoformat())
        return adoption


class MethodAdoption(TenantModel):
    """That the municipality follows a version from a date."""

    version = models.ForeignKey(MethodVersion, on_delete=models.PROTECT, related_name="adoptions")
    on = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-on", "-recorded_at"]

    def __str__(self) -> str:
        return f"{self.version} {self.on}"

    @classmethod
    def in_force(cls, on: dt.date) -> MethodAdoption | None:
        """The adoption that holds on a date, with its version, or None before the first."""
        return cls.objects.filter(on__lte=on).select_related("version").first()
