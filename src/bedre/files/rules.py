"""Who may see a file: whoever may see what it hangs on. Each package says so for its own objects."""

from __future__ import annotations

from collections.abc import Callable

from bedre.people.access import Who

from .models import Upload

Guard = Callable[[Who, Upload], bool]

_guards: dict[str, Guard] = {}


def guard(owner_type: str, may_see: Guard) -> None:
    """Let `may_see(who, upload)` decide for files on objects of a model (`board.improvement`)."""
    _guards[owner_type] = may_see


def may_see(who: Who, upload: Upload) -> bool:
    """Whether this person may see a file; never for owners that nobody guards."""
    guardian = _guards.get(upload.owner_type)
    return guardian is not None and guardian(who, upload)
