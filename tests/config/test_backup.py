"""A backup holds everything, and a restore brings exactly that back, on both databases."""

import json
import zipfile

import pytest
from django.apps import apps
from django.conf import settings
from django_scopes import scopes_disabled

from bedre.config import backup as backups
from bedre.config.backup import BackupError, backup, restore
from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality
from tests.cast import make_cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media(tmp_path, monkeypatch):
    root = tmp_path / "files"
    monkeypatch.setattr(settings, "MEDIA_ROOT", root)
    return root


def rows() -> dict[str, list]:
    """Every row of every table that a backup holds."""
    found: dict[str, list] = {}
    for model in backups._models():
        found[model._meta.label] = sorted(str(vars(row) | {"_state": None}) for row in backups._rows(model))
    return found


def empty() -> None:
    """Throw everything away, as a new machine would have it."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)


def test_what_is_backed_up_comes_back(tmp_path, media):
    make_cast()
    (media / "ab").mkdir(parents=True)
    (media / "ab" / "bilde 🌻.jpg").write_bytes(b"\xff\xd8jpeg")
    before = rows()
    count = backup(tmp_path / "b.zip")
    empty()
    (media / "ab" / "bilde 🌻.jpg").unlink()
    assert restore(tmp_path / "b.zip") == count
    assert rows() == before
    assert (media / "ab" / "bilde 🌻.jpg").read_bytes() == b"\xff\xd8jpeg"


def test_a_database_that_is_not_empty_is_left_alone(tmp_path, media):
    make_cast()
    backup(tmp_path / "b.zip")
    with pytest.raises(BackupError, match="not empty"):
        restore(tmp_path / "b.zip")


def test_a_damaged_backup_changes_nothing(tmp_path, media):
    make_cast()
    backup(tmp_path / "b.zip")
    damaged = tmp_path / "d.zip"
    with zipfile.ZipFile(tmp_path / "b.zip") as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"Hjemmetjenesten", b"Hjemmetjonesten") if "unitfact" in name else data)
    empty()
    with pytest.raises(BackupError, match="damaged"):
        restore(damaged)
    assert not Municipality.objects.exists()


def test_a_backup_of_other_tables_is_refused(tmp_path, media):
    backup(tmp_path / "b.zip")
    other = tmp_path / "o.zip"
    with zipfile.ZipFile(tmp_path / "b.zip") as source, zipfile.ZipFile(other, "w") as target:
        manifest = json.loads(source.read("manifest.json"))
        manifest["migrations"].append("board.9999_future")
        target.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(BackupError, match="other tables"):
        restore(other)


def test_every_table_is_backed_up_or_left_out_on_purpose():
    kept = {model._meta.label_lower for model in backups._models()}
    assert {m._meta.label_lower for m in apps.get_models()} - kept == backups.LEFT_OUT & {
        m._meta.label_lower for m in apps.get_models()
    }


def test_a_restored_event_still_belongs_to_its_municipality(tmp_path, media):
    from bedre.kernel.models import Event

    cast = make_cast()
    with active(cast.municipality):
        number = Event.objects.count()
    backup(tmp_path / "b.zip")
    empty()
    restore(tmp_path / "b.zip")
    with active(Municipality.objects.get(slug="harstad")):
        assert Event.objects.count() == number
    with scopes_disabled():
        assert Municipality.objects.count() == 2
