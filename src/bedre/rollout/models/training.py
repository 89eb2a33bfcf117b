"""A coach is trained on the job: observes, does it together, does it alone, in a unit's introduction; then is approved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel
from bedre.kernel.text import clean

from .fact import Fact, current, refuse_future
from .introduction import Introduction


class Level(models.TextChoices):
    """How the coach in training took part."""

    OBSERVED = "observed", pgettext_lazy("training", "Observed")
    TOGETHER = "together", pgettext_lazy("training", "Together")
    ALONE = "alone", pgettext_lazy("training", "Alone")


class CoachTraining(TenantModel):
    """Somebody trained as a coach in the introduction of a unit."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="trainings")
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["recorded_at"]
        constraints = [models.UniqueConstraint(fields=["person", "introduction"], name="coach_training")]

    def __str__(self) -> str:
        return f"{self.person} {self.introduction}"

    @classmethod
    @transaction.atomic
    def begin(cls, introduction: Introduction, *, person: Any, by: Any) -> CoachTraining:
        """Let somebody be trained in this unit's introduction; asking twice gives the same training."""
        training, created = cls.objects.get_or_create(introduction=introduction, person=person)
        if created:
            events.record(training, "training.begun", by=by, unit=introduction.unit, person=str(person.pk))
        return training

    @property
    def approval(self) -> TrainingApproval | None:
        """That the coach is approved, when and by whom; None while in training."""
        return current(self, "approvals")

    def reached(self) -> set[tuple[str, str]]:
        """(step, level) pairs that are noted."""
        return {(note.step, note.level) for note in self.notes.all() if note.holds()}

    @transaction.atomic
    def note(self, *, step: str, level: str, on: dt.date, by: Any, text: str = "") -> TrainingNote:
        """Note that a step was observed, done together or done alone on a date. Noting the same twice changes nothing."""
        refuse_future(on)
        before = self.notes.filter(step=step, level=level, withdrawn_at=None).first()
        if before is not None:
            return before
        note = self.notes.create(step=step, level=level, on=on, by=by, text=clean(text))
        events.record(self, "training.noted", by=by, unit=self.introduction.unit, step=step, level=level, on=on.isoformat())
        return note

    @transaction.atomic
    def take_back(self, *, step: str, level: str, by: Any) -> None:
        """A note was wrong: it is withdrawn."""
        for note in self.notes.filter(step=step, level=level, withdrawn_at=None):
            note.withdraw(by)
            events.record(self, "training.taken_back", by=by, unit=self.introduction.unit, step=step, level=level)

    @transaction.atomic
    def approve(self, *, by: Any, on: dt.date) -> TrainingApproval:
        """Approve as a coach. Raises DomainError when nothing was done alone yet, for oneself, or a second time."""
        refuse_future(on)
        if by is not None and by.pk == self.person_id:
            raise DomainError(_("Somebody else must approve you."))
        if CoachTraining.objects.select_for_update().get(pk=self.pk).approval is not None:
            raise DomainError(_("The training is already approved."))
        if not any(level == Level.ALONE for _step, level in self.reached()):
            raise DomainError(_("At least one step must be done alone first."))
        approval = self.approvals.create(on=on, by=by)
        events.record(self, "training.approved", by=by, unit=self.introduction.unit, on=on.isoformat())
        return approval


class TrainingNote(Fact):
    """That a step was observed, done together or alone on a date."""

    REDACTABLE = ("text",)

    training = models.ForeignKey(CoachTraining, on_delete=models.CASCADE, related_name="notes")
    step = models.SlugField(max_length=60)
    level = models.CharField(max_length=10, choices=Level.choices)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.step} {self.level}"

    @property
    def unit_id(self) -> Any:
        """The unit in whose introduction it was."""
        return self.training.introduction.unit_id


class TrainingApproval(Fact):
    """That somebody was approved as a coach on a date."""

    training = models.ForeignKey(CoachTraining, on_delete=models.CASCADE, related_name="approvals")

    def __str__(self) -> str:
        return f"{self.training} {self.on}"
