"""Structured logs: one JSON object a line, without names, addresses of pages' readers or what they typed."""

from __future__ import annotations

import logging
import logging.config

import structlog

PERSONAL = {"user_id", "user", "ip", "user_agent", "email", "request", "client_ip"}


def drop_personal(_logger, _method, event: dict) -> dict:
    """Remove everything that could tell who did something."""
    return {key: value for key, value in event.items() if key not in PERSONAL}


def configure_logs(level: str) -> None:
    """Send Django's and our own logs to standard error as JSON."""
    shared = [
        structlog.contextvars.merge_contextvars,
        drop_personal,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        "foreign_pre_chain": shared,
    }
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"json": formatter},
            "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "json"}},
            "root": {"handlers": ["err"], "level": "WARNING"},
            "loggers": {
                "bedre": {"level": level},
                "django_structlog": {"level": "WARNING"},
                "fontTools": {"level": "ERROR"},
            },
        }
    )
