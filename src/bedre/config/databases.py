"""Which database, and how it is spoken to: SQLite in the data folder unless DATABASE_URL names a PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import environ

from .env import ConfigurationError

PRAGMAS = {
    "journal_mode": "WAL",  # readers and the writer do not wait for each other
    "synchronous": "FULL",  # what was acknowledged survives not only a killed process but a power cut
    "cache_size": -4000,  # kB for each thread
    "secure_delete": "ON",  # what is redacted is overwritten on the disk too
    "journal_size_limit": 64 * 1024 * 1024,
}


def database(url: str | None, data: Path, threads: int) -> dict[str, Any]:
    """Django's settings of the one database. Raises ConfigurationError for one that Bedre does not know."""
    if not url:
        return sqlite(data / "bedre.sqlite3", data)
    scheme = url.partition("://")[0]
    if scheme in ("postgres", "postgresql"):
        return postgresql(url, threads)
    if scheme == "sqlite":
        return sqlite(environ.Env.db_url_config(url)["NAME"], data)
    raise ConfigurationError(f"DATABASE_URL begins with '{scheme}' but must be postgres://… or sqlite:///….")


def sqlite(file: Path | str, data: Path) -> dict[str, Any]:
    """A file in WAL mode; a transaction asks for the write lock at once, so that it never fails half way."""
    pragmas = "; ".join(f"PRAGMA {name}={value}" for name, value in PRAGMAS.items())
    return {
        "ENGINE": "bedre.config.sqlite",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
        "TEST": {"NAME": data / "test.sqlite3"},
    }


def postgresql(url: str, threads: int) -> dict[str, Any]:
    """A pool with a connection for each thread and a few for the background work."""
    found = environ.Env.db_url_config(url)
    if not found.get("NAME"):
        raise ConfigurationError("DATABASE_URL names no database: postgres://role:password@host/name.")
    pool = {"min_size": 1, "max_size": threads + 4, "timeout": 10}
    return {**found, "OPTIONS": {**found.get("OPTIONS", {}), "pool": pool}}
