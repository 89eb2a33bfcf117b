"""A report: drafted from the data, approved with its figures frozen, then published."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean
from bedre.organisation.models import Municipality

from .figures import Figures, checksum, code

LONGEST = 10_000


class Kind(models.TextChoices):
    """What a report is about."""

    INTRODUCTION = "introduction"
    STATUS = "status"


class Report(TenantModel, Versioned):
    """Numbered in its municipality and kind, as of a date. What is approved does not change but by redaction, which it notes."""

    TEXTS = ("title", "summary", "used_for", "learned", "body", "asked")
    REDACTABLE = ("texts", "figures")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    number = models.PositiveIntegerField()
    wave = models.ForeignKey("rollout.Wave", on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="reports")
    as_of = models.DateField()
    language = models.CharField(max_length=2, default="nb")
    texts = models.JSONField(default=dict)
    figures = models.JSONField(default=dict, help_text="Frozen when approved; empty before")
    checksum = models.CharField(max_length=64, blank=True)
    drafted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    approved_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    redacted_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-as_of", "-recorded_at"]
        constraints = [models.UniqueConstraint(fields=["municipality", "kind", "number"], name="report_number")]

    def __str__(self) -> str:
        return self.texts.get("title", "")

    @property
    def state(self) -> str:
        """`draft`, `approved` or `published`."""
        return "published" if self.published_at else "approved" if self.approved_at else "draft"

    @property
    def code(self) -> str:
        """Short form of the checksum, empty for a draft."""
        return code(self.checksum) if self.checksum else ""

    @classmethod
    @transaction.atomic
    def draft(
        cls,
        *,
        kind: str,
        as_of: dt.date,
        by: Any,
        texts: dict[str, str],
        wave: Any = None,
        unit: Any = None,
        language: str = "nb",
    ) -> Report:
        """Begin a report with suggested texts. Raises DomainError for a date to come."""
        if as_of > clock.today():
            raise DomainError(_("That date has not come yet."))
        municipality = Municipality.objects.select_for_update().get(pk=by.municipality_id)
        number = (cls.objects.filter(kind=kind).aggregate(top=Max("number"))["top"] or 0) + 1
        report = cls.objects.create(
            municipality=municipality, kind=kind, number=number, as_of=as_of, wave=wave, unit=unit, drafted_by=by, language=language,
            texts={name: texts.get(name, "") for name in cls.TEXTS},
        )  # fmt: skip
        events.record(report, "report.drafted", by=by, unit=unit, number=number)
        return report

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, **texts: str) -> None:
        """Change the draft's texts. Raises StaleError, or DomainError once approved or for a text too long."""
        current = Report.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        if current.approved_at is not None:
            raise DomainError(_("The report is approved. Its texts stand."))
        if any(len(text) > LONGEST for text in texts.values()):
            raise DomainError(_("A text has more than %d characters.") % LONGEST)
        self.texts = {**current.texts, **{name: clean(text) for name, text in texts.items()}}
        self.version = current.version
        self.bump()
        self.save()
        events.record(self, "report.written", by=by, fields=sorted(texts))

    @transaction.atomic
    def approve(self, *, by: Any, figures: Figures) -> None:
        """Freeze the figures with a checksum. Raises DomainError without a title or a second time."""
        current = Report.objects.select_for_update().get(pk=self.pk)
        if current.approved_at is not None:
            raise DomainError(_("The report is approved already."))
        if not current.texts.get("title") or not current.texts.get("summary"):
            raise DomainError(_("The report needs a title and a summary before it is approved."))
        self.texts, self.figures = current.texts, figures.to_json()
        self.checksum = checksum(self.figures, self.texts)
        self.approved_by, self.approved_at = by, clock.now()
        self.save()
        events.record(self, "report.approved", by=by, unit=self.unit, number=self.number, checksum=self.checksum)

    @transaction.atomic
    def publish(self, *, by: Any) -> None:
        """Let everybody with a role in the municipality read it, politicians too. Raises DomainError before it is approved."""
        current = Report.objects.select_for_update().get(pk=self.pk)
        if current.approved_at is None:
            raise DomainError(_("Only an approved report can be published."))
        if current.published_at is not None:
            raise DomainError(_("The report is published already."))
        self.published_at = clock.now()
        self.save(update_fields=["published_at"])
        events.record(self, "report.published", by=by, unit=self.unit, number=self.number)

    def redacted(self, *, by: Any) -> None:
        """Something was taken out: note it, with a new checksum where there was one."""
        self.refresh_from_db()
        self.redacted_at = clock.now()
        if self.approved_at is not None:
            self.checksum = checksum(self.figures, self.texts)
        self.save(update_fields=["redacted_at", "checksum"])
        events.record(self, "report.redacted", by=by, unit=self.unit, checksum=self.checksum)


class WordTemplate(TenantModel):
    """The municipality's own Word template for reports; the newest one holds."""

    REDACTABLE = ("name",)

    file = models.BinaryField()
    name = models.CharField(max_length=200)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.name
