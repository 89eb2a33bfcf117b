"""The demonstration, played once for all tests that only look at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from bedre.demo.play import TODAY, play
from bedre.kernel import clock
from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality


@pytest.fixture(scope="module")
def demonstration(django_db_setup, django_db_blocker) -> Iterator[Municipality]:
    """Harstad on the day of the demonstration, undone when the module's tests are over. They are marked `django_db`."""
    with django_db_blocker.unblock(), transaction.atomic():
        municipality = play()
        with active(municipality), clock.at(TODAY):
            yield municipality
        transaction.set_rollback(True)
