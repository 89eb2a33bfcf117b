"""What is kept about people, for how long, and that nothing else is left."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

from django.apps import apps
from django.utils import timezone

from bedre.kernel import clock
from bedre.kernel.models import Event
from bedre.kernel.tenancy import active
from bedre.people import privacy
from bedre.people.models import Account, Invitation, Person
from bedre.people.own_data import own_data
from tests.cast import TODAY

DAY = dt.timedelta(days=1)
SECRETS = ["Kari Særnavn", "kari.saernavn@example.org", "A-998877"]


def everything() -> str:
    """Every cell of every table, as text."""
    return "\n".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


def make_kari(harstad) -> Person:
    kari = Person.add(name=SECRETS[0], email=SECRETS[1], employee_number=SECRETS[2])
    kari.hold("employee", at=harstad.unit, starts_on=TODAY)
    kari.connect(Account.objects.create_user("kari", SECRETS[1]))
    return kari


def test_a_year_after_leaving_only_former_employee_is_left_anywhere(harstad):
    kari = make_kari(harstad)
    kari.leave(on=TODAY, by=harstad.administrator)
    with clock.at(TODAY + 364 * DAY):
        privacy.forget_former(365)
    assert Person.objects.get(pk=kari.pk).name == SECRETS[0]
    with clock.at(TODAY + 365 * DAY):
        privacy.forget_former(365)
    Account.objects.update(created_at=timezone.now() - 31 * DAY)
    privacy.forget_accounts(30)
    left = everything()
    assert [secret for secret in SECRETS if secret in left] == []
    assert Person.objects.get(pk=kari.pk).name == "Tidligere ansatt"
    assert Event.objects.filter(subject_id=kari.pk, verb="person.forgotten").exists()


def test_accounts_that_still_lead_somewhere_stay(harstad):
    Account.objects.update(created_at=timezone.now() - 400 * DAY)
    before = Account.objects.count()
    privacy.forget_accounts(30)
    assert Account.objects.count() == before


def test_the_one_job_keeps_the_whole_table(cast):
    with active(cast.municipality):
        Invitation.make(Person.add(name="Ny"), by=None)
        Invitation.objects.update(expires_at=timezone.now() - 31 * DAY)
    privacy.forget_in_time()
    with active(cast.municipality):
        assert not Invitation.objects.exists()


def test_the_table_is_printed_in_the_docs():
    text = Path("docs/privacy.md").read_text(encoding="utf-8")
    for row in privacy.table.values():
        assert f"| {row.key} | " in text, row.key
        assert row.days is None or f"| {row.days} days |" in text


def test_own_data_holds_what_names_one_and_nobody_else(harstad):
    kari = make_kari(harstad)
    data = own_data(kari)
    assert data["person"]["name"] == SECRETS[0]
    assert data["account"]["username"] == "kari"
    assert [row["kind"] for row in data["records"]["people.role"]] == ["employee"]
    assert str(harstad.administrator.pk) not in json.dumps(data, default=str)


def test_own_data_is_downloaded_as_a_file(client_as, cast):
    answer = client_as("leader").post("/harstad/mine-data/fil/")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        data = json.loads(archive.read("mine-data.json"))
    assert data["person"]["name"] == "Leader"
    assert "secret_hash" not in json.dumps(data)


def test_the_page_tells_how_long_everything_is_kept(client_as):
    page = client_as("employee").get("/harstad/mine-data/").content.decode()
    assert page.count("<tr>") == len(privacy.table) + 1
