"""People and their roles: with dates, never without an administrator, and never a figure about one of them."""

from __future__ import annotations

import datetime as dt

import pytest

from bedre.kernel import clock
from bedre.kernel.errors import DomainError, StaleError
from bedre.people.access import as_person, who
from bedre.people.models import Person, RoleKind
from tests.cast import TODAY

DAY = dt.timedelta(days=1)


def test_a_role_holds_from_its_first_day_to_the_day_before_it_ends(harstad):
    role = harstad.employee.hold(RoleKind.DEPUTY, at=harstad.unit, starts_on=TODAY + DAY, ends_on=TODAY + 3 * DAY)
    assert [role.in_force(TODAY + n * DAY) for n in range(5)] == [False, True, True, False, False]
    with clock.at(TODAY + DAY):
        assert as_person(harstad.employee).holds(RoleKind.DEPUTY, at=harstad.unit)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": RoleKind.UNIT_LEADER, "at": None}, "hører til en enhet"),
        ({"kind": RoleKind.COACH, "at": None, "ends_on": TODAY}, "slutte før den begynner"),
        ({"kind": RoleKind.COORDINATOR, "at": None}, "allerede denne rollen"),
    ],
)
def test_a_role_that_cannot_be_is_refused(harstad, fields, sentence):
    with pytest.raises(DomainError, match=sentence):
        harstad.coordinator.hold(starts_on=TODAY, **fields)


def test_somebody_is_always_administrator(harstad):
    role = harstad.administrator.roles.get()
    with pytest.raises(DomainError, match="Noen må være administrator"):
        role.end(on=TODAY, by=None)
    with pytest.raises(DomainError, match="Noen må være administrator"):
        harstad.administrator.leave(on=TODAY, by=None)
    harstad.leader.hold(RoleKind.ADMINISTRATOR, starts_on=TODAY)
    role.end(on=TODAY, by=None)
    assert not as_person(harstad.administrator).may("people.administer")


def test_who_leaves_keeps_the_way_in_until_that_day(harstad):
    harstad.employee.leave(on=TODAY + DAY, by=harstad.administrator)
    account = harstad.employee.account
    assert who(harstad.municipality, account).may("organisation.see")
    with clock.at(TODAY + DAY):
        assert who(harstad.municipality, account).person is None


def test_two_people_changing_the_same_person_the_second_is_told(harstad):
    seen = harstad.employee.version
    harstad.employee.write(by=None, version=seen, name="Først")
    with pytest.raises(StaleError):
        Person.objects.get(pk=harstad.employee.pk).write(by=None, version=seen, name="Sist")


def test_the_second_keeps_what_was_typed_and_sees_what_is_true(client_as, cast, harstad):
    url = f"/harstad/folk/{cast.employee.pk}/endre/"
    typed = {"name": "Sist", "employee_number": "9", "email": "", "language": "", "version": cast.employee.version}
    cast.employee.write(by=None, name="Først")
    page = client_as("administrator").post(url, typed)
    text = page.content.decode()
    assert page.status_code == 409
    assert 'value="Sist"' in text and "Først" in text
    assert client_as("administrator").post(url, {**typed, "version": cast.employee.version}).status_code == 302


def test_an_employee_number_belongs_to_one(harstad):
    with pytest.raises(DomainError, match="har det ansattnummeret"):
        Person.add(name="En til", employee_number="leader")


def test_the_list_finds_by_name_number_and_unit(client_as, cast):
    admin = client_as("administrator")
    assert ">Leader</a>" in admin.get("/harstad/folk/?q=lead").content.decode()
    assert ">Leader</a>" not in admin.get("/harstad/folk/?q=leader&enhet=bergsodden-sykehjem").content.decode()
    assert "Ingen passer." in admin.get("/harstad/folk/?q=xyzzy").content.decode()


def test_an_administrator_adds_a_person_gives_and_ends_a_role(client_as, cast, harstad):
    admin = client_as("administrator")
    page = admin.post("/harstad/folk/ny/", {"name": "Áilu d'Arc 🌻", "employee_number": "", "email": "", "language": ""})
    person = Person.objects.get(name="Áilu d'Arc 🌻")
    assert page.url == f"/harstad/folk/{person.pk}/"
    typed = {"kind": "unit_leader", "at": str(cast.unit.pk), "agreement": "", "starts_on": "15.6.2015", "ends_on": ""}
    assert admin.post(f"{page.url}rolle/", typed).status_code == 302
    assert admin.post(f"{page.url}rolle/", typed).status_code == 422
    role = person.roles.get()
    assert admin.post(f"{page.url}rolle/{role.pk}/slutt/", {"on": "2015-06-01"}).status_code == 422
    assert admin.post(f"{page.url}rolle/{role.pk}/slutt/", {"on": "2015-06-20"}).status_code == 302
    role.refresh_from_db()
    assert role.ends_on == dt.date(2015, 6, 20)


def test_an_end_that_was_wrong_is_set_to_another_day_but_not_into_the_next_time(client_as, cast, harstad):
    admin, page = client_as("administrator"), f"/harstad/folk/{cast.visitor.pk}/"
    first = cast.visitor.hold("coach", starts_on=dt.date(2015, 6, 1), ends_on=dt.date(2015, 6, 20))
    cast.visitor.hold("coach", starts_on=dt.date(2015, 8, 1))
    assert "Endre slutten" in admin.get(page).content.decode()
    assert 'value="2015-06-20"' in admin.get(f"{page}rolle/{first.pk}/slutt/").content.decode()
    assert admin.post(f"{page}rolle/{first.pk}/slutt/", {"on": "2015-08-02"}).status_code == 422
    assert admin.post(f"{page}rolle/{first.pk}/slutt/", {"on": "2015-08-01"}).status_code == 302
    first.refresh_from_db()
    assert first.ends_on == dt.date(2015, 8, 1)


def test_an_adviser_is_only_let_in_by_an_agreement(client_as, cast):
    typed = {"kind": "adviser", "at": "", "agreement": "", "starts_on": "2015-06-15", "ends_on": ""}
    page = client_as("administrator").post(f"/harstad/folk/{cast.visitor.pk}/rolle/", typed)
    assert (page.status_code, "kommer med en avtale" in page.content.decode()) == (422, True)


@pytest.mark.parametrize("role", ["leader", "coordinator", "director", "politician", "adviser", "employee", "chief_union_rep"])
def test_only_administrators_see_the_list_and_a_person(client_as, cast, role):
    client = client_as(role)
    assert [client.get(f"/harstad/folk/{path}").status_code for path in ("", "ny/", f"{cast.leader.pk}/")] == [403, 403, 403]


def test_a_person_of_another_municipality_is_404(client_as, cast):
    admin = client_as("administrator")
    for path in ("", "endre/", "rolle/", "slutter/"):
        assert admin.get(f"/harstad/folk/{cast.stranger.pk}/{path}").status_code == 404
    for path in ("invitasjon/", "tilbake/", "konto/fjern/"):
        assert admin.post(f"/harstad/folk/{cast.stranger.pk}/{path}").status_code == 404


def test_ones_profile_is_ones_own(client_as, cast):
    client = client_as("employee")
    typed = {"name": "Nytt navn", "email": "", "language": "nn", "version": cast.employee.version}
    assert client.post("/harstad/min-profil/", typed).status_code == 302
    assert "Profilen din" in client.get("/harstad/min-profil/").content.decode()
