"""Taking files in and keeping them: written under random names, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.text import clean

from .models import Upload
from .photo import reencode

DOCUMENTS = {
    ".pdf": ("application/pdf", b"%PDF"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ".pptx": ("application/vnd.openxmlformats-officedocument.presentationml.presentation", b"PK\x03\x04"),
    ".txt": ("text/plain; charset=utf-8", b""),
}
"""What may be uploaded as a document: by ending, with its type and its first bytes."""


def accept_photo(file: Any, *, owner: Any, by: Any, alt: str = "") -> Upload:
    """Keep a photo on something. Raises DomainError with a sentence for what is too large or no photo."""
    photo = reencode(_read(file))
    upload = _keep(photo.data, ".jpg", file, owner, by, kind=Upload.PHOTO, content_type="image/jpeg")
    upload.width, upload.height, upload.alt = photo.width, photo.height, clean(alt)[:300]
    upload.save(update_fields=["width", "height", "alt"])
    return upload


def accept_document(file: Any, *, owner: Any, by: Any) -> Upload:
    """Keep a document on something; pictures are kept as photos. Raises DomainError for other kinds, or when it is too large."""
    ending = Path(file.name or "").suffix.lower()
    if ending in (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif"):
        return accept_photo(file, owner=owner, by=by)
    if ending not in DOCUMENTS:
        raise DomainError(_("This kind of file cannot be kept here. PDF, Word, Excel, PowerPoint, text and pictures can."))
    content_type, magic = DOCUMENTS[ending]
    data = _read(file)
    if not data.startswith(magic):
        raise DomainError(_("The file is not what its name says. Open it, and save it anew."))
    return _keep(data, ending, file, owner, by, kind=Upload.DOCUMENT, content_type=content_type)


def path_of(upload: Upload) -> Path:
    """Where the bytes lie."""
    return Path(settings.MEDIA_ROOT) / upload.name


def forget(name: str) -> None:
    """Delete the bytes."""
    (Path(settings.MEDIA_ROOT) / name).unlink(missing_ok=True)


def _read(file: Any) -> bytes:
    if file.size > settings.MAX_UPLOAD_BYTES:
        most = settings.MAX_UPLOAD_BYTES // 1024 // 1024
        raise DomainError(_("The file is too large: at most %d megabytes.") % most)
    data = file.read()
    if not data:
        raise DomainError(_("The file is empty."))
    return data


def _keep(data: bytes, ending: str, file: Any, owner: Any, by: Any, **fields: Any) -> Upload:
    digest = hashlib.sha256(data).hexdigest()
    key = uuid.uuid4().hex
    name = f"{owner.municipality_id}/{key[:2]}/{key}{ending}"
    _write(Path(settings.MEDIA_ROOT) / name, data)
    upload = Upload.objects.create(
        owner_type=owner._meta.label_lower, owner_id=owner.pk, name=name, original_name=clean(file.name or "")[:200],
        size=len(data), sha256=digest, by=by, **fields,
    )  # fmt: skip
    events.record(upload, "file.kept", by=by, unit=getattr(owner, "unit", None), owner=str(owner.pk), kind=upload.kind)
    return upload


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and on the disk before anybody is told so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(path.suffix + ".part")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
