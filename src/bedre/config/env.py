"""Every environment variable that Bedre reads, in one place. `docs/operations.md` prints this list; a test compares them."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ


class ConfigurationError(Exception):
    """A missing or wrong value. The message is one sentence for the administrator."""


@dataclass(frozen=True)
class Variable:
    """Name, default (None: not set) and meaning of a variable."""

    name: str
    default: str | None
    meaning: str


VARIABLES = [
    Variable("DATABASE_URL", None, "postgres://app:password@host/name; without it SQLite in BEDRE_DATA"),
    Variable("BEDRE_OWNER_DATABASE_URL", None, "PostgreSQL role that owns the tables; used by `bedre migrate` only"),
    Variable("BEDRE_MODE", "development", "`production`, `development` or `demo`"),
    Variable("BEDRE_SECRET_KEY", None, "At least 50 random characters; required in production"),
    Variable(
        "BEDRE_URL",
        None,
        "Public address, as https://bedre.kommune.no; used in mail and calendars; required in production",
    ),
    Variable("BEDRE_DATA", "var", "Folder for the SQLite database, uploads and static files"),
    Variable("BEDRE_CLOCK", None, "Date the domain clock stands at, as 2015-06-15; refused in production"),
    Variable(
        "BEDRE_MAIL_URL",
        None,
        "smtp+tls://user:password@host:587; without it mail lands in the mailbox page (not in production)",
    ),
    Variable("BEDRE_MAIL_FROM", "Bedre <bedre@localhost>", "Sender of mail"),
    Variable(
        "BEDRE_TRUSTED_PROXIES",
        "",
        "Addresses or networks of reverse proxies whose X-Forwarded headers count, separated by comma",
    ),
    Variable("BEDRE_PROCESSES", "1", "Server processes; more than one needs PostgreSQL"),
    Variable("BEDRE_THREADS", "8", "Threads that answer pages in each process"),
    Variable("BEDRE_LOG_LEVEL", "INFO", "DEBUG, INFO, WARNING or ERROR"),
    Variable("BEDRE_MAX_UPLOAD_MB", "20", "Largest file that may be uploaded, in megabytes"),
]
_DEFAULTS = {variable.name: variable.default for variable in VARIABLES}


def text(name: str) -> str | None:
    """Value of a listed variable, its default, or None; empty counts as not set."""
    return os.environ.get(name) or _DEFAULTS[name]


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of a few words. Raises ConfigurationError with the words."""
    value = text(name) or ""
    if value not in allowed:
        raise ConfigurationError(f"{name} is '{value}' but must be one of: {', '.join(allowed)}.")
    return value


def number(name: str, least: int) -> int:
    """A whole number of at least `least`. Raises ConfigurationError."""
    value = text(name) or ""
    if not value.isdecimal() or int(value) < least:
        raise ConfigurationError(f"{name} is '{value}' but must be a whole number of at least {least}.")
    return int(value)


def date(name: str) -> dt.date | None:
    """A date as 2015-06-15, or None. Raises ConfigurationError."""
    value = text(name)
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise ConfigurationError(f"{name} is '{value}' but must be a date as 2015-06-15.") from None


def folder(name: str) -> Path:
    """A folder that exists after the call. Raises ConfigurationError when it cannot be made."""
    path = Path(text(name) or ".").absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"{name} is '{path}', which cannot be made: {error.strerror}.") from None
    if not os.access(path, os.W_OK | os.X_OK):
        raise ConfigurationError(f"{name} is '{path}', where this user may not write.")
    return path


def address(name: str) -> str | None:
    """A web address without a slash at the end, or None. Raises ConfigurationError."""
    value = text(name)
    if value and not value.startswith(("https://", "http://")):
        raise ConfigurationError(f"{name} is '{value}' but must start with https:// (or http:// inside a closed network).")
    if value and not urlsplit(value).hostname:
        raise ConfigurationError(f"{name} is '{value}' but must name a host, as https://bedre.kommune.no.")
    return value.rstrip("/") if value else None


def mail_server(name: str) -> dict[str, Any]:
    """Django's settings of a mail server, or nothing. Raises ConfigurationError for an address of another kind."""
    value = text(name)
    if not value:
        return {}
    if value.partition("://")[0] not in environ.Env.EMAIL_SCHEMES:
        raise ConfigurationError(f"{name} must start with smtp://, smtp+tls:// or smtp+ssl://.")
    return {**environ.Env.email_url_config(value), "EMAIL_TIMEOUT": 20}


def networks(name: str) -> list[str]:
    """Addresses or networks, separated by comma. Raises ConfigurationError for one that is neither."""
    parts = [part.strip() for part in (text(name) or "").split(",") if part.strip()]
    for part in parts:
        try:
            ip_network(part, strict=False)
        except ValueError:
            raise ConfigurationError(f"{name} holds '{part}', which is no address or network as 10.0.0.0/8.") from None
    return parts
