"""The unit's own project plan: a living document whose every version is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean

from .introduction import Introduction


@dataclass(frozen=True)
class Line:
    """One goal as it is typed."""

    goal: str
    notice: str = ""
    who: str = ""
    when: str = ""


class ProjectPlan(TenantModel, Versioned):
    """The plan of one introduction; what it says is its newest version."""

    introduction = models.OneToOneField(Introduction, on_delete=models.CASCADE, related_name="project_plan")

    def __str__(self) -> str:
        return str(self.introduction)

    @classmethod
    def of(cls, introduction: Introduction) -> ProjectPlan:
        """The plan of an introduction, made empty on first use."""
        return cls.objects.get_or_create(introduction=introduction)[0]

    @property
    def newest(self) -> PlanVersion | None:
        """What the plan says now, or None while it is empty."""
        return self.versions.order_by("-number").first()

    @transaction.atomic
    def write(self, *, by: Any, version: int | None, why: str, lines: Iterable[Line]) -> PlanVersion:
        """Write a new version; the earlier ones are kept. The first one finishes the step of the plan.

        Raises StaleError when somebody else wrote meanwhile, DomainError for a plan without a goal.
        """
        current = ProjectPlan.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        wanted = [line for line in lines if any((line.goal.strip(), line.notice.strip(), line.who.strip(), line.when.strip()))]
        if not any(line.goal.strip() for line in wanted):
            raise DomainError(_("Write at least one goal."))
        self.version = current.version
        self.bump()
        self.save()
        return self._keep(by, clean(why), wanted)

    def _keep(self, by: Any, why: str, lines: list[Line]) -> PlanVersion:
        kept = self.versions.create(number=self.versions.count() + 1, why=why, by=by, at=clock.now())
        for place, line in enumerate(lines, 1):
            kept.lines.create(
                place=place,
                goal=clean(line.goal),
                notice=clean(line.notice),
                who=clean(line.who),
                when=clean(line.when),
            )
        unit = self.introduction.unit
        events.record(self, "plan.written", by=by, unit=unit, number=kept.number)
        step = self.introduction.steps.filter(kind="plan", withdrawn_at=None).first()
        if step is not None and step.done is None:
            step.finish(by=by, on=clock.today())
        return kept


class PlanVersion(TenantModel):
    """The plan as somebody wrote it at a moment."""

    REDACTABLE = ("why",)

    plan = models.ForeignKey(ProjectPlan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    why = models.TextField(blank=True, help_text="Why we begin, and what shall be better")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_number")]

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"


class PlanLine(TenantModel):
    """One goal of a version: what, how we notice, who, when."""

    REDACTABLE = ("goal", "notice", "who", "when")

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    goal = models.TextField()
    notice = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    when = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["place"]

    def __str__(self) -> str:
        return str(self.place)

    @property
    def unit_id(self) -> Any:
        """The unit whose plan it stands in."""
        return self.version.plan.introduction.unit_id
