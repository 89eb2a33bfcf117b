"""Redaction (sladd): take a text out everywhere it went, and leave who, when and why.

Every model lists its free text in `REDACTABLE`; JSON fields are searched through. A model that keeps a checksum or a copy of
its own mends it in `redacted()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext as _

from . import events
from .clock import now
from .errors import DomainError
from .tenancy import TenantModel, Versioned
from .text import clean

MARK = "(sladdet)"
"""Also where the text is a file of its own (a method): in parentheses a word stays a word in YAML."""

SHORTEST = 3


class Redaction(TenantModel):
    """That something was taken out: by whom, when, why, and from where. Never what."""

    REDACTABLE = ("reason",)

    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    reason = models.CharField(max_length=300)
    places = models.JSONField(default=list, help_text="[model, id, field] of every place")

    class Meta:
        app_label = "kernel"
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.reason}"


def redactable() -> list[tuple[type[models.Model], str]]:
    """Every (model, field) that holds what people typed."""
    return [(model, name) for model in apps.get_models() for name in getattr(model, "REDACTABLE", ())]


def places(text: str) -> Iterator[tuple[models.Model, str]]:
    """Every (object, field) of the active municipality, and of what it mailed, that holds the text."""
    text = clean(text)
    for model, name in redactable():
        field = model._meta.get_field(name)
        rows = model._default_manager.all()
        if not isinstance(field, models.JSONField):
            rows = rows.filter(**{f"{name}__contains": text})
        yield from ((row, name) for row in rows if _holds(getattr(row, name), text))


@transaction.atomic
def redact(text: str, *, by: Any, reason: str) -> Redaction:
    """Replace the text by a mark everywhere in the active municipality. Irreversible.

    Raises DomainError when the text is too short to be meant, or stands nowhere.
    """
    text = clean(text)
    if len(text) < SHORTEST:
        raise DomainError(_("Give at least three characters to take out."))
    found = list(places(text))
    if not found:
        raise DomainError(_("That text stands nowhere."))
    for row, name in found:
        _take_out(row, name, text)
    for row in {(type(row), row.pk): row for row, _name in found}.values():
        if hasattr(row, "redacted"):
            row.redacted(by=by)
    told = [[row._meta.label_lower, str(row.pk), name] for row, name in found]
    redaction = Redaction.objects.create(by=by, reason=_without(reason, text), places=told)
    events.record(redaction, "text.redacted", by=by, places=told)
    return redaction


def _take_out(row: models.Model, name: str, text: str) -> None:
    """Past `save`, which keeps some rows from being changed. A form that still holds the text is stale from now on."""
    changed = {name: _without(getattr(row, name), text)}
    if isinstance(row, Versioned):
        changed["version"] = models.F("version") + 1
    type(row)._base_manager.filter(pk=row.pk).update(**changed)


@transaction.atomic
def note(*places: list[str], by: Any, reason: str) -> Redaction:
    """Note that something that is no text (a file) was taken out. Raises DomainError without a reason."""
    if not reason.strip():
        raise DomainError(_("Say why. The reason is kept, what is taken out is not."))
    return Redaction.objects.create(by=by, reason=reason.strip()[:300], places=list(places))


def _holds(value: Any, text: str) -> bool:
    if isinstance(value, str):
        return text in value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_holds(item, text) for item in inner)


def _without(value: Any, text: str) -> Any:
    if isinstance(value, str):
        return value.replace(text, MARK)
    if isinstance(value, dict):
        return {key: _without(item, text) for key, item in value.items()}
    return [_without(item, text) for item in value] if isinstance(value, list) else value
