"""The second lock on PostgreSQL: row-level security on every table that belongs to a municipality."""

from __future__ import annotations

from django.db import connection
from psycopg import sql

from bedre.kernel.tenancy import SETTING, tenant_models

POLICY = "one_municipality"


def lock_tenant_tables() -> int:
    """Let every tenant table show and take only rows of the transaction's municipality. Safe to repeat; returns how many tables.

    FORCE holds the owner too, so that not even a migration's role reads across by accident.
    """
    if connection.vendor != "postgresql":
        return 0
    tables = [model._meta.db_table for model in tenant_models()]
    with connection.cursor() as cursor:
        for table in tables:
            for statement in _statements(table):
                cursor.execute(statement)
    return len(tables)


def _statements(table: str) -> list[sql.Composed]:
    name, policy = sql.Identifier(table), sql.Identifier(POLICY)
    rows = sql.SQL("municipality_id = nullif(current_setting({}, true), '')::uuid").format(sql.Literal(SETTING))
    return [
        sql.SQL("alter table {} enable row level security").format(name),
        sql.SQL("alter table {} force row level security").format(name),
        sql.SQL("drop policy if exists {} on {}").format(policy, name),
        sql.SQL("create policy {} on {} using ({}) with check ({})").format(policy, name, rows, rows),
    ]


def grant_to(app_role: str) -> None:
    """Let the role that serves pages read and write, and nothing more. Run as the owner."""
    role = sql.Identifier(app_role)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("grant usage on schema public to {}").format(role))
        cursor.execute(sql.SQL("grant select, insert, update, delete on all tables in schema public to {}").format(role))
        cursor.execute(sql.SQL("grant usage, select, update on all sequences in schema public to {}").format(role))


def unlocked_tables() -> list[str]:
    """Tenant tables without forced row-level security: must be empty on PostgreSQL."""
    tables = [model._meta.db_table for model in tenant_models()]
    with connection.cursor() as cursor:
        cursor.execute("select relname from pg_class where relname = any(%s) and not relforcerowsecurity", [tables])
        return [row[0] for row in cursor.fetchall()]
