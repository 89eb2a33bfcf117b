"""A backup holds everything, and a restore brings exactly that back, on both databases."""

import json
import zipfile

import pytest
from django.apps import apps
from django.conf import settings
from django_scopes import scopes_disabled

from bedre.config import portable
from bedre.config.backup import BackupError, backup, migrations
from bedre.config.restore import restore
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
    return {model._meta.label: list(portable.rows(model)) for model in portable.tables()}


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
    kept = {model._meta.label_lower for model in portable.tables()}
    everything = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert everything - kept == set(portable.ENDED) | set(portable.MADE)


def test_a_backup_can_take_the_place_of_what_is_there(tmp_path, media):
    make_cast()
    before = rows()
    backup(tmp_path / "b.zip")
    Municipality.objects.create(slug="ny", name="Ny")
    media.mkdir()
    (media / "senere.jpg").write_bytes(b"x")
    restore(tmp_path / "b.zip", replace=True)
    assert rows() == before
    assert list(media.iterdir()) == []


def test_a_backup_that_leads_out_of_the_folder_is_refused(tmp_path, media):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        manifest = {"bedre": "0", "migrations": migrations(), "tables": {}, "files": {"../../etc/x": "0"}}
        archive.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(BackupError, match="outside"):
        restore(tmp_path / "b.zip")


def test_what_is_no_backup_is_refused_with_a_sentence(tmp_path, media):
    (tmp_path / "b.zip").write_text("hei")
    with pytest.raises(BackupError, match="not a whole backup"):
        restore(tmp_path / "b.zip")


def test_only_the_owner_may_read_a_backup(tmp_path, media):
    backup(tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0


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
