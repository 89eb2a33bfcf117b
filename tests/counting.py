"""How many questions something asks the database: the one way of counting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ASKS = ("SELECT", "INSERT", "UPDATE", "DELETE")


@contextmanager
def questions() -> Iterator[list[str]]:
    """A list that holds, once the block has ended, each statement that asked for or changed data.

    What PostgreSQL's row-level security adds and transactions are not counted: a page costs what it asks.
    """
    asked: list[str] = []
    connection.queries_log.clear()  # it holds the last 9,000 and then loses count
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked += [query["sql"] for query in captured.captured_queries if _is_question(query["sql"])]


def asked(client: Client, url: str) -> int:
    """Questions of a page that answers 200."""
    with questions() as made:
        assert client.get(url).status_code == 200
    return len(made)


def _is_question(sql: str) -> bool:
    return sql.split(" ", 1)[0].upper() in ASKS and "_setting(" not in sql and "set_config" not in sql
