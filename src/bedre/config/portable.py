"""Rows as text that every database reads alike: what a backup holds, and in which order it can be put back."""

from __future__ import annotations

import base64
import datetime as dt
import decimal
import itertools
import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from django.apps import apps
from django.db import connection, models
from django_scopes import scopes_disabled

from bedre.kernel.tenancy import TenantModel, active

ENDED = ("sessions.session", "usersessions.usersession", "kernel.submission")
"""Sessions, and forms under way, end with a restore."""

MADE = ("contenttypes.contenttype", "auth.permission", "auth.group", "auth.group_permissions")
"""Tables that Django's parts bring along and fill themselves, or that nobody uses."""

BATCH = 500


def tables() -> list[type[models.Model]]:
    """Every table of a backup, the municipalities first, since the rows of the others are put in on their behalf."""
    municipality = apps.get_model("organisation", "Municipality")
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    kept = [m for m in found if m._meta.label_lower not in (*ENDED, *MADE)]
    return sorted(kept, key=lambda model: model is not municipality)


def columns(model: type[models.Model]) -> list[models.Field]:
    """The columns that are stored and not computed."""
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def rows(model: type[models.Model]) -> Iterator[tuple]:
    """Every row of a table, municipality by municipality, as the row-level security wants it."""
    names = [field.attname for field in columns(model)]
    for owner in owners(model):
        with on_behalf_of(owner):
            chosen = model._base_manager.filter(municipality=owner) if owner else model._base_manager.all()
            yield from chosen.order_by("pk").values_list(*names).iterator(chunk_size=2000)


def put(model: type[models.Model], lines: Iterable[bytes], names: list[str]) -> int:
    """Insert the rows of a table exactly as they were. Returns how many."""
    fields = {field.attname: field for field in columns(model)}
    known = {owner.pk: owner for owner in owners(model) if owner}
    made = (model.from_db(None, names, _values(line, [fields[name] for name in names])) for line in lines)
    count = 0
    for pk, group in itertools.groupby(made, key=lambda row: getattr(row, "municipality_id", None) if known else None):
        with on_behalf_of(known.get(pk)):
            count += sum(_insert(model, batch) for batch in _batches(model, group))
    return count


def remove(model: type[models.Model]) -> None:
    """Empty a table."""
    for owner in owners(model):
        with on_behalf_of(owner):
            chosen = model._base_manager.filter(municipality=owner) if owner else model._base_manager.all()
            chosen._raw_delete("default")


def owners(model: type[models.Model]) -> list[Any]:
    """The municipalities whose rows a table holds; [None] for a table of the whole installation."""
    if not issubclass(model, TenantModel):
        return [None]
    return list(apps.get_model("organisation", "Municipality").objects.order_by("pk"))


def on_behalf_of(owner: Any) -> AbstractContextManager:
    """Open the rows of a municipality, or of the whole installation."""
    return active(owner) if owner else scopes_disabled()


def line(row: tuple) -> bytes:
    """One row as one line of JSON. Times keep their microseconds."""
    return json.dumps(row, default=_plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    match value:
        case dt.datetime() | dt.date() | dt.time():
            return value.isoformat()
        case uuid.UUID() | decimal.Decimal():
            return str(value)
        case dt.timedelta():
            return f"{value.days} {value.seconds}.{value.microseconds:06}"
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
    raise TypeError(f"A backup cannot hold {type(value).__name__}.")


def _values(text: bytes, fields: list[models.Field]) -> list[Any]:
    return [field.to_python(value) for field, value in zip(fields, json.loads(text), strict=True)]


def _batches(model: type[models.Model], group: Iterable[models.Model]) -> Iterator[list[models.Model]]:
    most = connection.ops.bulk_batch_size([field.name for field in columns(model)], [None] * BATCH)
    group = iter(group)
    while batch := list(itertools.islice(group, max(1, min(BATCH, most)))):
        yield batch


def _insert(model: type[models.Model], batch: list[models.Model]) -> int:
    manager: Any = model._base_manager
    manager._insert(batch, fields=columns(model), using="default", raw=True)  # raw: no field sets itself anew
    return len(batch)
