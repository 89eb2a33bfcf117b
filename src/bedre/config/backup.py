"""`bedre backup` and `bedre restore`: everything in one file, the same for SQLite and PostgreSQL, while the pages are served.

The file is a zip: `manifest.json` (version, migrations, rows a table, SHA-256 of each part), `tables/<table>.jsonl` (one row a line, in one
consistent snapshot) and `files/…` (uploads). A backup of SQLite can be restored into PostgreSQL and the other way round.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django_scopes import scopes_disabled

from bedre import __version__
from bedre.kernel.tenancy import TenantModel, active

LEFT_OUT = {"sessions.session", "contenttypes.contenttype", "auth.permission", "kernel.submission"}
"""Sessions end with a restore; the rest is made by migrations or means nothing afterwards."""


class BackupError(Exception):
    """A backup that cannot be made or read. The message is one sentence."""


def backup(target: Path) -> int:
    """Write everything to `target` (never half: it appears when it is whole). Returns how many rows and files."""
    half = target.with_name(target.name + ".part")
    count = 0
    with _snapshot(), zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
        manifest: dict[str, Any] = {"bedre": __version__, "migrations": _migrations(), "tables": {}, "files": {}}
        for model in _models():
            rows, digest = _write_table(archive, model)
            manifest["tables"][model._meta.db_table] = {"rows": rows, "sha256": digest}
            count += rows
        for path in _uploads():
            name = path.relative_to(settings.MEDIA_ROOT).as_posix()
            archive.write(path, f"files/{name}")
            manifest["files"][name] = hashlib.sha256(path.read_bytes()).hexdigest()
            count += 1
        archive.writestr("manifest.json", json.dumps(manifest, indent=1))
    os.replace(half, target)
    return count


def restore(source: Path) -> int:
    """Read everything from `source` into an empty database with the same migrations. All or nothing.

    Raises BackupError when the file is damaged, of other migrations, or the database is not empty.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            _check(archive, manifest)
            with transaction.atomic(), _constraints_later():
                rows = sum(_read_table(archive, model) for model in _models())
                _reset_sequences()
            return rows + _read_files(archive, manifest)
    except (zipfile.BadZipFile, KeyError, FileNotFoundError) as error:
        raise BackupError(f"{source} is not a whole backup of Bedre: {error}") from error


def _models() -> list[type[models.Model]]:
    """Every table, those that others point to first, many-to-many tables included."""
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    return [m for m in found if m._meta.label_lower not in LEFT_OUT]


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


def _rows(model: type[models.Model]) -> Iterator[models.Model]:
    with scopes_disabled():
        if not issubclass(model, TenantModel):
            yield from model._base_manager.order_by("pk").iterator(chunk_size=2000)
            return
    for municipality in apps.get_model("organisation", "Municipality").objects.order_by("pk"):
        with active(municipality):
            yield from model._base_manager.filter(municipality=municipality).order_by("pk").iterator(chunk_size=2000)


def _write_table(archive: zipfile.ZipFile, model: type[models.Model]) -> tuple[int, str]:
    digest, count = hashlib.sha256(), 0
    with archive.open(f"tables/{model._meta.db_table}.jsonl", "w", force_zip64=True) as file:
        for row in _rows(model):
            line = serializers.serialize("jsonl", [row]).encode()
            digest.update(line)
            file.write(line)
            count += 1
    return count, digest.hexdigest()


def _migrations() -> list[str]:
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def _uploads() -> list[Path]:
    root = settings.MEDIA_ROOT
    return sorted(path for path in root.rglob("*") if path.is_file()) if root.exists() else []


def _check(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    if manifest["migrations"] != _migrations():
        raise BackupError(f"The backup is of Bedre {manifest['bedre']} with other tables; restore it with that version, then upgrade.")
    if apps.get_model("organisation", "Municipality").objects.exists():
        raise BackupError("The database is not empty. Restore into a new one.")
    for table, part in manifest["tables"].items():
        if _sha256(archive, f"tables/{table}.jsonl") != part["sha256"]:
            raise BackupError(f"The backup is damaged: {table}.")
    for name, digest in manifest["files"].items():
        if _sha256(archive, f"files/{name}") != digest:
            raise BackupError(f"The backup is damaged: {name}.")


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


@contextmanager
def _constraints_later() -> Iterator[None]:
    """Let rows come in any order; what points nowhere at the end undoes everything."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("pragma defer_foreign_keys = on")
    yield
    connection.check_constraints()


def _read_table(archive: zipfile.ZipFile, model: type[models.Model]) -> int:
    count = 0
    municipalities = {m.pk: m for m in apps.get_model("organisation", "Municipality").objects.all()}
    with archive.open(f"tables/{model._meta.db_table}.jsonl") as file:
        for line in file:
            row = next(serializers.deserialize("jsonl", line.decode()))
            owner = municipalities.get(getattr(row.object, "municipality_id", None))
            if issubclass(model, TenantModel) and owner:
                with active(owner):
                    row.save()
            else:
                row.save()
            count += 1
    return count


def _reset_sequences() -> None:
    from django.core.management.color import no_style

    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def _read_files(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> int:
    root = settings.MEDIA_ROOT.resolve()
    for name in manifest["files"]:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            raise BackupError(f"The backup holds a file outside its folder: {name}.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(archive.read(f"files/{name}"))
    return len(manifest["files"])
