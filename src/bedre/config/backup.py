"""`bedre backup`: everything in one file, the same for SQLite and PostgreSQL, while the pages are served.

The file is a zip: `manifest.json` (version, migrations, columns, rows and SHA-256 of each table, SHA-256 of each upload), `tables/<table>.jsonl`
(one row a line, all in one consistent snapshot) and `files/…`. What SQLite wrote PostgreSQL reads, and the other way round.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from bedre import __version__
from bedre.kernel.errors import DomainError

from . import portable


class BackupError(DomainError):
    """A backup that cannot be made or read. The message is one sentence."""


def backup(target: Path) -> int:
    """Write everything to `target`, which appears when it is whole. Returns how many rows and files. Only the owner may read it."""
    half = target.with_name(target.name + ".part")
    try:
        with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            manifest = _write(file)
            os.fsync(file.fileno())
        half.replace(target)
    except OSError as error:
        raise BackupError(f"Cannot write {target}: {error.strerror}.") from None
    return sum(table["rows"] for table in manifest["tables"].values()) + len(manifest["files"])


def migrations() -> list[str]:
    """Names of the migrations that made the tables."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def _write(file: IO[bytes]) -> dict[str, Any]:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        manifest: dict[str, Any] = {"bedre": __version__}
        with _snapshot():
            manifest["migrations"] = migrations()
            manifest["tables"] = {model._meta.db_table: _table(archive, model) for model in portable.tables()}
        manifest["files"] = dict(_uploads(archive))
        archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    return manifest


@contextmanager
def _snapshot() -> Iterator[None]:
    """One moment of the database, however long the writing takes and whoever writes meanwhile."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read, read only")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("begin deferred")
        try:
            yield
        finally:
            cursor.execute("rollback")


def _table(archive: zipfile.ZipFile, model: type[models.Model]) -> dict[str, Any]:
    digest, count = hashlib.sha256(), 0
    with archive.open(f"tables/{model._meta.db_table}.jsonl", "w", force_zip64=True) as file:
        for row in portable.rows(model):
            text = portable.line(row)
            digest.update(text)
            file.write(text)
            count += 1
    return {"rows": count, "columns": [field.attname for field in portable.columns(model)], "sha256": digest.hexdigest()}


def _uploads(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Store each upload and give its name and SHA-256. One that is redacted meanwhile is left out."""
    root = settings.MEDIA_ROOT
    for path in sorted(root.rglob("*")) if root.exists() else ():
        try:
            content = path.read_bytes() if path.is_file() else None
        except FileNotFoundError:
            continue
        if content is not None:
            name = path.relative_to(root).as_posix()
            archive.writestr(zipfile.ZipInfo(f"files/{name}"), content, zipfile.ZIP_STORED)
            yield name, hashlib.sha256(content).hexdigest()
