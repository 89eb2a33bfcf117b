"""`bedre restore`: everything from one file, all or nothing."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction

from . import portable
from .backup import BackupError, migrations


def restore(source: Path, *, replace: bool = False) -> int:
    """Read everything from `source` into an empty database, or with `replace` in the place of what is there. Returns how many rows and files.

    Raises BackupError, and changes nothing, when the file is damaged, of other tables, or the database is not empty.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = json.loads(archive.read("manifest.json"))
            _check(archive, manifest, replace)
            with transaction.atomic(), _constraints_later():
                count = _put_all(archive, manifest)
                _write_files(archive, manifest)
            _forget_other_files(manifest)
            return count + len(manifest["files"])
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, ValidationError, IntegrityError) as error:
        raise BackupError(f"{source} is not a whole backup of Bedre: {error}") from error


def _check(archive: zipfile.ZipFile, manifest: dict[str, Any], replace: bool) -> None:
    if manifest["migrations"] != migrations():
        raise BackupError(
            f"The backup is of Bedre {manifest['bedre']} with other tables: restore it with that version, then upgrade."
        )
    if not replace and not _empty():
        raise BackupError("The database is not empty: restore into a new one, or give --replace.")
    for table, stated in manifest["tables"].items():
        _check_part(archive, f"tables/{table}.jsonl", stated["sha256"])
    for name, digest in manifest["files"].items():
        _inside(name)
        _check_part(archive, f"files/{name}", digest)


def _empty() -> bool:
    return not any(
        apps.get_model(*name)._base_manager.exists() for name in (("organisation", "Municipality"), ("people", "Account"))
    )


def _check_part(archive: zipfile.ZipFile, name: str, digest: str) -> None:
    with archive.open(name) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:  # type: ignore[arg-type]
            raise BackupError(f"The backup is damaged: {name}.")


@contextmanager
def _constraints_later() -> Iterator[None]:
    """Let rows come in any order; what points nowhere at the end undoes everything."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("pragma defer_foreign_keys = on")
    yield
    connection.check_constraints()


def _put_all(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> int:
    for model in reversed(portable.tables()):
        portable.remove(model)
    for label in portable.ENDED:
        portable.remove(apps.get_model(label))
    count = sum(_put(archive, model, manifest["tables"][model._meta.db_table]["columns"]) for model in portable.tables())
    _count_on()
    return count


def _put(archive: zipfile.ZipFile, model: type[models.Model], names: list[str]) -> int:
    with archive.open(f"tables/{model._meta.db_table}.jsonl") as file:
        return portable.put(model, file, names)


def _count_on() -> None:
    """Let numbered keys go on after the highest that was restored."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), portable.tables()):
            cursor.execute(statement)


def _inside(name: str) -> Path:
    """Where an upload belongs. Raises BackupError for a name that leads out of the folder."""
    root = settings.MEDIA_ROOT.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        raise BackupError(f"The backup holds a file outside its folder: {name}.")
    return path


def _write_files(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    for name in manifest["files"]:
        path = _inside(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".part")
        half.write_bytes(archive.read(f"files/{name}"))
        half.replace(path)


def _forget_other_files(manifest: dict[str, Any]) -> None:
    keep = {_inside(name) for name in manifest["files"]}
    for path in settings.MEDIA_ROOT.resolve().rglob("*"):
        if path.is_file() and path not in keep:
            path.unlink()
