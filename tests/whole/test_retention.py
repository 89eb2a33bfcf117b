"""What is kept for a time is gone from every table when the time is over, and there until then."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.utils import timezone

from bedre.exchange.models import Import
from bedre.kernel.tenancy import active
from bedre.people import privacy
from bedre.people.models import Account, Invitation, Person, SetupLink
from tests.cast import TODAY, Cast

SECRET = "Kari-Saernavn-998877"


def ago(days: int) -> dt.datetime:
    """So many days before now, in real time."""
    return timezone.now() - dt.timedelta(days)


def traces(cast: Cast):
    UserSession.objects.create(user=cast.leader.account, session_key=SECRET, ip="10.0.0.1", user_agent=SECRET)
    return lambda days: UserSession.objects.update(created_at=ago(days))


def setup_links(cast: Cast):
    SetupLink.make()
    return lambda days: SetupLink.objects.update(secret_hash=SECRET, expires_at=ago(days))


def invitations(cast: Cast):
    Invitation.make(Person.add(name="Ny"), by=None)
    return lambda days: Invitation.objects.update(secret_hash=SECRET, expires_at=ago(days))


def accounts(cast: Cast):
    account = Account.objects.create_user(SECRET)
    return lambda days: Account.objects.filter(pk=account.pk).update(created_at=ago(days))


def imports(cast: Cast):
    Import.send_in(kind="people", name=SECRET, content=SECRET.encode(), on=TODAY, by=cast.administrator)
    return lambda days: Import.objects.update(made_at=ago(days), fates=[{"name": SECRET}])


def former(cast: Cast):
    person = Person.add(name=SECRET, email=f"{SECRET}@example.org", employee_number=SECRET)
    return lambda days: Person.objects.filter(pk=person.pk).update(left_on=TODAY - dt.timedelta(days))


MADE = {make.__name__: make for make in (traces, setup_links, invitations, accounts, imports, former)}
"""For each row of the table: makes one, and returns what lets it be so many days old."""


def stands_in() -> set[str]:
    """Tables that hold the secret in any column of any row."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')
            found |= {table for row in cursor.fetchall() if any(SECRET in str(value) for value in row)}
    return found


def test_every_kind_that_is_forgotten_is_tried():
    assert set(MADE) == {row.key for row in privacy.table.values() if row.forget}


@pytest.mark.parametrize("kind", MADE)
def test_it_is_there_until_its_time_is_over_and_then_nowhere(cast, kind):
    with active(cast.municipality):
        grow_old = MADE[kind](cast)
    for days, kept in ((-1, True), (1, False)):
        with active(cast.municipality):
            grow_old(privacy.table[kind].days + days)
        privacy.forget_in_time()
        with active(cast.municipality):
            assert (stands_in() != set()) is kept
