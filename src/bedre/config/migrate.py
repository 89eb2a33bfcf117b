"""`bedre migrate`: tables, row-level security and rights, in one go."""

from __future__ import annotations

import environ
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from . import env, sql


def migrate() -> None:
    """Bring the database up to date. On PostgreSQL as the owner, when BEDRE_OWNER_DATABASE_URL says who that is."""
    owner = env.text("BEDRE_OWNER_DATABASE_URL")
    app_role = settings.DATABASES["default"].get("USER")
    if owner and (connection.vendor != "postgresql" or not owner.startswith(("postgres://", "postgresql://"))):
        raise env.ConfigurationError(
            "BEDRE_OWNER_DATABASE_URL must be postgres://role:password@host/name, beside a DATABASE_URL."
        )
    if owner:
        connections["default"].close()
        options = settings.DATABASES["default"].get("OPTIONS", {})
        connections["default"].settings_dict.update(environ.Env.db_url_config(owner), OPTIONS={**options, "pool": False})
    call_command("migrate", interactive=False, verbosity=0)
    if connection.vendor == "postgresql":
        sql.lock_tenant_tables()
        if owner and app_role:
            sql.grant_to(app_role)
