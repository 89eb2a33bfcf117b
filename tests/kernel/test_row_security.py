"""The second lock: on PostgreSQL a query with no filter and no municipality gets nothing."""

import pytest
from django.db import connection
from django_scopes import scopes_disabled

from bedre.kernel.tenancy import active, tenant_models
from bedre.organisation.models import Unit

pytestmark = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no row-level security")


@pytest.mark.parametrize("model", tenant_models(), ids=lambda model: model._meta.label)
def test_a_table_read_without_a_municipality_is_empty(model, cast):
    with scopes_disabled(), connection.cursor() as cursor:
        cursor.execute(f'select count(*) from "{model._meta.db_table}"')
        assert cursor.fetchone() == (0,)


def test_the_cast_is_there_once_its_municipality_is_active(cast):
    with active(cast.municipality), connection.cursor() as cursor:
        cursor.execute("select count(*) from organisation_unit")
        assert cursor.fetchone() == (6,)


def test_a_row_of_another_municipality_cannot_be_written(cast):
    from django.db import ProgrammingError, transaction

    with active(cast.municipality), pytest.raises(ProgrammingError), transaction.atomic():
        Unit.objects.create(municipality=cast.elsewhere, slug="smett", prefix="SM")
