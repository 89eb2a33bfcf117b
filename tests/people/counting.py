"""How many questions a page asks the database."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

LOCK = ("set_config", "current_setting", "SAVEPOINT", "BEGIN")
"""What PostgreSQL's row-level security adds to a request: no questions of ours."""


def asked(client: Client, url: str) -> int:
    """Queries of a page that answers 200."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len([query for query in captured if not any(word in query["sql"] for word in LOCK)])
