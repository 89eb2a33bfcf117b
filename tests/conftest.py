"""Fixtures that all tests share: the domain clock at 15 June 2015, the cast, and clients signed in as a role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from bedre.kernel import clock
from bedre.kernel.tenancy import active
from tests.cast import TODAY, Cast, make_cast
from tests.counting import questions

pytest_plugins = ["tests.browser"]

# A machine under load is slow at thinking of examples too; that is no fault of what is tested.
hypothesis.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.load_profile("house")


@pytest.fixture(autouse=True)
def domain_clock(monkeypatch) -> Iterator[None]:
    """Every test lives on 15 June 2015 unless it moves the clock."""
    monkeypatch.setattr(settings, "BEDRE_CLOCK", TODAY)
    with clock.at(TODAY):
        yield


@pytest.fixture(autouse=True)
def norwegian() -> Iterator[None]:
    """Every test begins in Bokmål, whatever the one before it spoke."""
    with translation.override("nb"):
        yield


@pytest.fixture
def cast(db) -> Cast:
    """Harstad, its units and one person in each role; no municipality is active."""
    return make_cast()


@pytest.fixture
def harstad(cast: Cast) -> Iterator[Cast]:
    """The cast with Harstad active, for tests of verbs and queries."""
    with active(cast.municipality):
        yield cast


@pytest.fixture
def client_as(cast: Cast) -> Callable[[str | None], Client]:
    """`client_as("leader")` is a browser signed in as that role; None is signed out."""

    def sign_in(name: str | None) -> Client:
        client = Client()
        if name:
            client.force_login(cast.people[name].account)
        return client

    return sign_in


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """On PostgreSQL the tests live under the same second lock as production."""
    from bedre.config.sql import lock_tenant_tables

    with django_db_blocker.unblock():
        lock_tenant_tables()


@pytest.fixture
def django_assert_num_queries():
    """As pytest-django's, counting as `tests.counting` does."""

    @contextmanager
    def exactly(number: int) -> Iterator[list[str]]:
        with questions() as asked:
            yield asked
        assert len(asked) == number, "\n".join([f"{len(asked)} instead of {number}", *asked])

    return exactly
