"""Structured logs: one JSON object a line, without names, addresses of pages' readers or what they typed."""

from __future__ import annotations

import logging
import logging.config
import re
from typing import Any

import structlog
from structlog.types import EventDict, Processor

PERSONAL = {"user_id", "user", "ip", "user_agent", "email", "client_ip", "path"}
TYPED = re.compile(r"^(?:DETAIL|CONTEXT|Failing row).*$", re.MULTILINE)
"""Lines of a database error that repeat the row."""


class WithoutPath(logging.Filter):
    """Django ends what it says about a request with its path, which may hold a secret link: "Not Found: /…"."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, but only what stands before the path."""
        record.msg, record.args = record.getMessage().partition(": /")[0], ()
        return True


def drop_personal(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Remove everything that could tell who did something, or repeat what they typed."""
    kept = {key: value for key, value in event.items() if key not in PERSONAL}
    if "exception" in kept:
        kept["exception"] = TYPED.sub("…", kept["exception"])
    return kept


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.processors.format_exc_info,
    drop_personal,
]


def configure_logs(level: str) -> None:
    """Send Django's, uvicorn's and our own logs to standard error as JSON."""
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        "foreign_pre_chain": SHARED,
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "filters": {"without_path": {"()": WithoutPath}},
            "formatters": {"json": formatter},
            "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["err"], "level": "WARNING"},
            "loggers": {
                "bedre": {"level": level},
                "django.request": {"level": "ERROR", "filters": ["without_path"]},
                "django.security": {"level": "ERROR"},
                "fontTools": {"level": "ERROR"},
                "psycopg.pool": {"level": "ERROR"},  # who waits in vain for a connection is told by an error of its own
            },
        }
    )
