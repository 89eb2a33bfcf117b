"""Who may see a file: whoever may see what it hangs on. Each package says so for its own objects."""

from __future__ import annotations

from django.apps import apps

from bedre.people.access import Who

from .models import Upload

_guards: dict[str, tuple[str, str]] = {}


def guard(owner_type: str, unit: str, action: str) -> None:
    """Files on objects of a model (`board.improvement`) are for those who may `action` at its unit, found by the path `unit`."""
    _guards[owner_type] = (unit, action)


def may_see(who: Who, upload: Upload) -> bool:
    """Whether this person may see a file; never for owners that nobody guards. One query."""
    if upload.owner_type not in _guards:
        return False
    path, action = _guards[upload.owner_type]
    owners = apps.get_model(upload.owner_type)._default_manager.filter(pk=upload.owner_id)
    unit = who.tree.nodes.get(owners.values_list(path, flat=True).first())
    return unit is not None and who.may(action, unit)
