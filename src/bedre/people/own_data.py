"""Everything that the active municipality keeps about one person, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from bedre.kernel.tenancy import tenant_models

from .models import Person


def own_data(person: Person) -> dict[str, Any]:
    """{"person": …, "records": {"board.improvement": [{…}]}}: every row that names the person, and in which field.

    Other people are left out of the rows, and what was handed in anonymously is not here: nobody knows whose it is. One query for
    each place that can name a person.
    """
    records: dict[str, list[dict[str, Any]]] = {}
    for model, field in _places():
        for row in model._default_manager.filter(**{field.name: person}):
            records.setdefault(model._meta.label_lower, []).append({"as": field.name, **_plain(row)})
    return {"person": _plain(person), "account": _account(person), "records": records}


def _places() -> Iterator[tuple[type[models.Model], models.ForeignKey]]:
    for model in tenant_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is Person:
                yield model, field


def _plain(row: models.Model) -> dict[str, Any]:
    """Column values but for keys of other people, secrets and the bytes of files that were sent in."""
    fields = row._meta.concrete_fields
    hidden = {f.name for f in fields if getattr(f, "related_model", None) is Person or isinstance(f, models.BinaryField)}
    hidden |= {"secret_hash", "municipality", "account"}
    return {field.name: field.value_from_object(row) for field in row._meta.concrete_fields if field.name not in hidden}


def _account(person: Person) -> dict[str, Any] | None:
    account = person.account
    return {"username": account.username, "email": account.email, "created_at": account.created_at} if account else None
