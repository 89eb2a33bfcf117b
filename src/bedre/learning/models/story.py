"""A finished improvement told for others, without names: also what was tried and did not work."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

LONGEST = {"title": 200}


class Story(TenantModel, Versioned):
    """What was wrong, what was done, how it went, what it cost, what failed. Seen in the whole municipality until it is taken back."""

    TYPED = ("title", "problem", "change", "result", "cost", "failed")
    REDACTABLE = TYPED

    unit = models.ForeignKey("organisation.Unit", on_delete=models.PROTECT, related_name="stories")
    improvement = models.ForeignKey(
        "board.Improvement", on_delete=models.PROTECT, null=True, blank=True, related_name="stories"
    )
    title = models.CharField(max_length=200)
    problem = models.TextField(blank=True)
    change = models.TextField(blank=True)
    result = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    failed = models.TextField(blank=True, help_text="What did not go as thought")
    worked = models.BooleanField(default=True)
    told_on = models.DateField()
    told_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-told_on", "-recorded_at"]
        verbose_name_plural = "stories"
        constraints = [
            models.UniqueConstraint(
                fields=["improvement"], condition=models.Q(taken_back_on=None, improvement__isnull=False), name="story_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    @transaction.atomic
    def tell(cls, *, unit: Any, by: Any, title: str, worked: bool = True, improvement: Any = None, **texts: str) -> Story:
        """Tell it. `texts`: problem, change, result, cost, failed.

        Raises DomainError without a title or a result, for a card of another unit, one that is not finished, or one told already.
        """
        if improvement is not None:
            _check_card(improvement, unit)
        typed = _typed({"title": title, **texts})
        _check_told(typed)
        story = cls.objects.create(
            unit_id=unit.id, improvement=improvement, worked=worked, told_on=clock.today(), told_by=by, **typed
        )
        events.record(story, "story.told", by=by, unit=story.unit, improvement=str(improvement.pk) if improvement else None)
        return story

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, worked: bool = True, **texts: str) -> None:
        """Tell it better. Raises StaleError, or DomainError as `tell` does."""
        current = Story.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        for name, value in _typed(texts).items():
            setattr(self, name, value)
        _check_told({name: getattr(self, name) for name in self.TYPED})
        self.worked, self.version = worked, current.version
        self.bump()
        self.save()
        events.record(self, "story.written", by=by, unit=self.unit, fields=sorted(texts))

    @transaction.atomic
    def take_back(self, *, by: Any) -> None:
        """Nobody sees it any longer; that it was told stays known. A second time changes nothing."""
        if self.taken_back_on is None:
            self.taken_back_on, self.taken_back_by = clock.today(), by
            self.bump()
            self.save()
            events.record(self, "story.taken_back", by=by, unit=self.unit)


def _check_card(improvement: Any, unit: Any) -> None:
    if improvement.unit_id != unit.id:
        raise DomainError(_("The card belongs to another unit."))
    if improvement.state not in ("done", "declined"):
        raise DomainError(_("Finish the card first. A story tells how it went."))
    if Story.objects.filter(improvement=improvement, taken_back_on=None).exists():
        raise DomainError(_("This card has been told already."))


def _check_told(texts: dict[str, str]) -> None:
    if not texts.get("title"):
        raise DomainError(_("Give the story a title. One sentence is enough."))
    if not texts.get("result"):
        raise DomainError(_("Say how it went. That is what others need to know."))


def _typed(texts: dict[str, str]) -> dict[str, str]:
    """Cleaned texts. Raises DomainError for one that is too long; nothing is cut."""
    cleaned = {name: clean(value) for name, value in texts.items()}
    for name, value in cleaned.items():
        most = LONGEST.get(name, 10_000)
        if len(value) > most:
            raise DomainError(_("The text has %(n)d characters; at most %(most)d fit.") % {"n": len(value), "most": most})
    return cleaned
