"""What hangs on something."""

from __future__ import annotations

from typing import Any

from .models import Upload


def files_of(owner: Any) -> list[Upload]:
    """Every file on an object, oldest first. One query."""
    return list(Upload.objects.filter(owner_id=owner.pk, removed_at=None))


def photos_of(owner: Any) -> list[Upload]:
    """The photos on an object, oldest first. One query."""
    return [upload for upload in files_of(owner) if upload.kind == Upload.PHOTO]
