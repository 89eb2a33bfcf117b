"""Never a tool of control: nothing counts one person's work, and nobody but oneself sees when one was signed in."""

from __future__ import annotations

import re

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db import connection, models

from bedre.kernel.tenancy import tenant_models
from bedre.people.models import Person

from .conftest import Stage
from .table import TABLE
from .test_elsewhere import asks

TRACES = [UserSession, Authenticator]
"""Tables that know when somebody signed in."""
SEEN = re.compile(r"last_(login|seen|active|used|visit)|seen_at|signed_in|logged_in", re.IGNORECASE)


def columns_of_people() -> set[str]:
    """Every column that names a person."""
    return {
        f'"{model._meta.db_table}"."{field.column}"'
        for model in tenant_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    }


def test_no_table_but_those_of_signing_in_keeps_when_somebody_was_here():
    kept = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if SEEN.search(field.name)
    }
    assert kept == {"usersessions.UserSession.last_seen_at", "mfa.Authenticator.last_used_at"}


def test_no_page_counts_by_person_or_reads_when_anybody_signed_in(stage: Stage):
    people, traces, found = columns_of_people(), [f'"{model._meta.db_table}"' for model in TRACES], []

    def look(execute, sql, params, many, context):
        grouped = sql.rpartition(" GROUP BY ")[2].partition(" ORDER BY ")[0] if " GROUP BY " in sql else ""
        if any(column in grouped for column in people) and "COUNT(" in sql or any(table in sql for table in traces):
            found.append(sql)
        return execute(sql, params, many, context)

    for row in TABLE:
        if row.see and not row.public:
            role = asks(row, "GET")
            stage.walker.client(role)
            with connection.execute_wrapper(look):
                stage.walker.ask(role, "GET", stage.path(row))
    assert found == []
