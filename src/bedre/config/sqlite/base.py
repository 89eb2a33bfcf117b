"""Django's SQLite backend for one process with several threads.

SQLite's own busy handler sleeps in growing steps, so that of eight writers some wait for ages. Here the write transactions of the process
queue for their turn before they ask SQLite.
"""

from __future__ import annotations

from django.db import OperationalError
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLiteWrapper

from .turns import Turns

PATIENCE = 20
"""Seconds after which a writer gives up with "database is locked", as with SQLite's own busy handler."""

_turns = Turns()


class DatabaseWrapper(SQLiteWrapper):
    """SQLite in WAL mode whose immediate transactions wait for their turn."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave_turn()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._leave_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._leave_turn()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._leave_turn()

    def _take_turn(self) -> None:
        if self._has_turn:
            return
        if not _turns.take(PATIENCE):
            raise OperationalError("database is locked: another transaction did not end")
        self._has_turn = True

    def _leave_turn(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _turns.leave()
