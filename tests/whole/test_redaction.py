"""Sladd: whatever holds text, it is gone from every table and every file, and who, when and why stays."""

import json

import pytest
from django.conf import settings
from django.db import connection, models
from django.utils import translation
from django.utils.translation import gettext

from bedre.board.models import Improvement
from bedre.files.models import Upload
from bedre.files.storage import path_of
from bedre.kernel import redaction
from bedre.kernel.errors import StaleError
from bedre.kernel.models import Event
from bedre.kernel.tenancy import active, tenant_models
from bedre.method.models import MethodVersion
from bedre.notice.models import CaughtMail
from bedre.people.redacting import unit_of
from tests.stage import fill

SECRET = "Kari Særnavn 🌻"

NO_FREE_TEXT = {
    "kernel.event": {"verb", "subject_type", "changes"},  # references; a test below looks
    "kernel.redaction": {"places"},
    "organisation.municipalitynumber": {"number"},
    "organisation.municipalitytitle": {"title"},  # names of offices and of units are public, and dated
    "organisation.unit": {"prefix", "code"},
    "organisation.unitfact": {"name"},
    "people.person": {"name", "employee_number", "email"},  # `Person.forget` replaces them
    "people.invitation": {"secret_hash"},
    "files.upload": {"owner_type", "name", "content_type", "sha256"},
    "method.methodversion": {"origin_key", "origin_version", "checksum"},
    "board.board": {"limits"},
    "gain.gain": {"factor_source"},
    "rollout.sidestate": {"kind"},
    "report.report": {"language", "checksum"},
    "exchange.import": {"kind", "counts", "digest"},
    "notice.calendarfeed": {"secret_hash"},
}
"""Texts that no person types as they please."""


@pytest.fixture
def media(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    return tmp_path


def texts(model) -> set[str]:
    """Fields of a model that may hold what people typed."""
    kinds = (models.CharField, models.TextField, models.JSONField)
    fields = [field for field in model._meta.local_concrete_fields if isinstance(field, kinds) and not field.choices]
    return {field.name for field in fields if not isinstance(field, models.SlugField)}


def stands_in() -> list[str]:
    """Every table of the database that holds the secret in any column of any row, as it is or as JSON writes it."""
    found, forms = [], (SECRET, json.dumps(SECRET)[1:-1])
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')
            found += [table for row in cursor.fetchall() if any(form in str(value) for value in row for form in forms)]
    return found


def with_secret(value):
    """The value of a field with the secret in it, of the same shape."""
    if isinstance(value, dict):
        return value | {"summary": SECRET}
    if isinstance(value, list):
        return [*value, {"says": [SECRET]}]
    return value.replace("Vestre Toten", SECRET) if "Vestre Toten" in value else SECRET


def put_everywhere() -> int:
    """Let the secret stand in every free text of one row of every model."""
    CaughtMail.objects.create(to="a@example.org", subject="Svar", body="Om deg")
    for model, name in redaction.redactable():
        rows = model._default_manager.all()
        row = rows.filter(origin_key="vestre-toten").first() if model is MethodVersion else rows.first()
        model._base_manager.filter(pk=row.pk).update(**{name: with_secret(getattr(row, name))})
    return len(redaction.redactable())


def test_every_free_text_of_a_municipality_can_be_redacted():
    left = {model._meta.label_lower: texts(model) - set(getattr(model, "REDACTABLE", ())) for model in tenant_models()}
    assert {label: names for label, names in left.items() if names} == NO_FREE_TEXT


def test_what_is_redacted_is_gone_from_every_column_of_every_table(harstad, media):
    fill(harstad, 1)
    redaction.note(["files.upload", "x", "file"], by=harstad.leader, reason="Prøve")
    count = put_everywhere()
    assert len(stands_in()) >= len({model for model, _name in redaction.redactable()})
    done = redaction.redact(SECRET, by=harstad.leader, reason=f"{SECRET} hører ikke hjemme her")
    assert stands_in() == []
    assert (done.by, done.reason) == (harstad.leader, "(sladdet) hører ikke hjemme her")
    assert len({(label, name) for label, _key, name in done.places}) == count


def test_events_hold_no_copy_of_a_text(harstad, media):
    fill(harstad, 1)
    written = {
        value
        for model, name in redaction.redactable()
        for value in model._default_manager.values_list(name, flat=True)
        if isinstance(value, str) and " " in value
    }
    told = [str(value) for changes in Event.objects.values_list("changes", flat=True) for value in changes.values()]
    assert [text for text in written if any(text in value for value in told)] == []


def test_a_photo_is_gone_from_table_and_disk_and_its_reason_stays(cast, client_as, media, django_capture_on_commit_callbacks):
    with active(cast.municipality):
        fill(cast, 1)
        photo = Upload.objects.get()
    leader = client_as("leader")
    with django_capture_on_commit_callbacks(execute=True):
        assert leader.post(f"/harstad/fil/{photo.pk}/sladd/", {"reason": ""}).status_code == 422
        assert path_of(photo).exists()
        leader.post(f"/harstad/fil/{photo.pk}/sladd/", {"reason": "Viser en bruker"})
    assert [path for path in media.rglob("*") if path.is_file()] == []
    assert leader.get(f"/harstad/fil/{photo.pk}/").status_code == 404
    with active(cast.municipality):
        assert redaction.Redaction.objects.get().reason == "Viser en bruker"


def test_a_leader_takes_out_what_is_the_units_own_only(cast, client_as, media):
    with active(cast.municipality):
        fill(cast, 1)
        photo = Upload.objects.get()
    assert client_as("other_leader").get(f"/harstad/fil/{photo.pk}/sladd/").status_code == 403
    answers = [
        client_as(role).post("/harstad/sladd/", {"text": "Slik er det"}).status_code for role in ("leader", "other_leader")
    ]
    assert answers == [200, 403]


def test_what_hangs_on_a_unit_is_known_to_be_its_own(harstad, media):
    fill(harstad, 1)
    whole = {
        "exchange.import", "learning.studyvisit", "method.methodversion", "organisation.agreement", "organisation.partner", "rollout.alternative",
        "rollout.briefing", "rollout.decision", "rollout.wave", "rollout.wavedecision", "report.wordtemplate",
    }  # fmt: skip
    rows = [row for model, _name in redaction.redactable() for row in model._default_manager.all()]
    assert {row._meta.label_lower for row in rows if unit_of(row) is None} == whole


def test_every_kind_of_text_has_a_norwegian_name():
    names = {str(model._meta.verbose_name) for model, _name in redaction.redactable()}
    for language in ("nb", "nn"):
        with translation.override(language):
            assert [name for name in names if gettext(name) == name] == []


def test_a_form_that_was_open_with_the_text_is_stale(harstad, media):
    fill(harstad, 1)
    card = Improvement.objects.get(unit=harstad.unit, number=1)
    redaction.redact(card.problem, by=harstad.leader, reason="Prøve")
    with pytest.raises(StaleError):
        card.write(by=harstad.leader, version=card.version, problem=card.problem)
