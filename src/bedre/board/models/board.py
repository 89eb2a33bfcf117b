"""The board of a unit: its rules and limits, and whether others may see it."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import TenantModel, Versioned
from bedre.kernel.text import clean
from bedre.organisation.models import Unit, UnitKind


class Board(TenantModel, Versioned):
    """One a unit, made on first use. What is not set here comes from the method."""

    REDACTABLE = ("rules",)

    unit = models.OneToOneField(Unit, on_delete=models.CASCADE, related_name="board")
    rules = models.TextField(blank=True, help_text="The unit's own rules, one a line; empty: the method's")
    limits = models.JSONField(
        default=dict, blank=True, help_text="Column key → highest number of cards; the method's where left out"
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)

    def __str__(self) -> str:
        return str(self.unit)

    @classmethod
    @transaction.atomic
    def of(cls, unit: Any) -> Board:
        """The board of a unit (or of a node of the tree). A new board in health, social service and child welfare starts closed to others."""
        board, created = cls.objects.get_or_create(unit_id=unit.id)
        if created and board._sensitive():
            board.closures.create(reason="", from_start=True)
        return board

    def _sensitive(self) -> bool:
        fact = self.unit.fact(clock.today())
        return fact is not None and UnitKind(fact.kind).sensitive

    @property
    def closure(self) -> BoardClosure | None:
        """Why the board is for the unit only, or None when it is open to the whole municipality."""
        return next((closure for closure in self.closures.all() if closure.opened_at is None), None)

    @transaction.atomic
    def close(self, *, by: Any, reason: str) -> BoardClosure:
        """Let only the unit see it. Raises DomainError without a reason, or when it is closed already."""
        if not clean(reason):
            raise DomainError(_("Say why the board is closed to others."))
        if self.closure is not None:
            raise DomainError(_("The board is already closed to others."))
        closure = self.closures.create(reason=clean(reason), by=by)
        events.record(self, "board.closed", by=by, unit=self.unit)
        return closure

    @transaction.atomic
    def open(self, *, by: Any) -> None:
        """Let the whole municipality see it. Raises DomainError when it is open already."""
        closure = self.closure
        if closure is None:
            raise DomainError(_("The board is already open."))
        closure.opened_at, closure.opened_by = clock.now(), by
        closure.save(update_fields=["opened_at", "opened_by"])
        events.record(self, "board.opened", by=by, unit=self.unit)

    @transaction.atomic
    def settle(self, *, by: Any, version: int | None, rules: str, limits: dict[str, int]) -> None:
        """Set the unit's own rules and limits. Raises StaleError."""
        current = Board.objects.select_for_update().get(pk=self.pk)
        current.check_version(version)
        self.rules, self.limits = clean(rules), limits
        self.version, self.last_number = current.version, current.last_number
        self.bump()
        self.save()
        events.record(self, "board.settled", by=by, unit=self.unit, limits=limits)

    def next_number(self) -> int:
        """Take the next number of the unit's improvements. Safe when two hand in at once; call it inside a transaction."""
        Board.objects.select_for_update().filter(pk=self.pk).update(last_number=models.F("last_number") + 1)
        self.refresh_from_db(fields=["last_number"])
        return self.last_number


class BoardClosure(TenantModel):
    """A time in which a board is for the unit only."""

    REDACTABLE = ("reason",)

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="closures")
    reason = models.CharField(max_length=300, blank=True)
    from_start = models.BooleanField(default=False, help_text="Closed because of the unit's kind, by nobody")
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.board} {self.at:%Y-%m-%d}"
