"""The two locks between municipalities: managers that raise without an active one, and row-level security below."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from django_scopes import ScopedManager, get_scope, scope

from .errors import StaleError
from .ids import uuid7

SETTING = "bedre.municipality"


def active_id() -> uuid.UUID:
    """Key of the municipality that the code now works for. Raises LookupError when there is none."""
    municipality = get_scope().get("municipality")
    if municipality is None:
        raise LookupError("No municipality is active.")
    return municipality.pk


class TenantModel(models.Model):
    """A row that belongs to one municipality; made in the active one unless told otherwise."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    municipality = models.ForeignKey(
        "organisation.Municipality", on_delete=models.PROTECT, default=active_id, related_name="+", editable=False
    )

    objects: Any = ScopedManager(municipality="municipality")

    class Meta:
        abstract = True


class Versioned(models.Model):
    """Something that two people may type into at once. Verbs that edit it call `check_version` and then `bump`."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def check_version(self, seen: int | None) -> None:
        """Raise StaleError when the page was opened on an older version than `seen`; None skips the check."""
        if seen is not None and seen != self.version:
            raise StaleError(_("Somebody else changed this while you were writing."), current=self)

    def bump(self) -> None:
        """Count the version up; the caller saves."""
        self.version += 1


@contextmanager
def active(municipality: Any) -> Iterator[None]:
    """Work for one municipality: opens the managers and, on PostgreSQL, the row-level security of a transaction."""
    with scope(municipality=municipality):
        if connection.vendor != "postgresql":
            yield
            return
        with transaction.atomic():
            before = _set_row_security(str(municipality.pk))
            try:
                yield
            finally:
                if not connection.needs_rollback:
                    _set_row_security(before)


def _set_row_security(value: str) -> str:
    """Set the transaction's municipality and return the one it had."""
    with connection.cursor() as cursor:
        cursor.execute("select current_setting(%s, true)", [SETTING])
        before = cursor.fetchone()[0] or ""
        cursor.execute("select set_config(%s, %s, true)", [SETTING, value])
    return before


def tenant_models() -> list[type[models.Model]]:
    """Every concrete model that belongs to a municipality."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, TenantModel)]
