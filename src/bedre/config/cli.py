"""The `bedre` command."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

from bedre import __version__

from .env import ConfigurationError

PARTS = ["bedre.config.cli_house", "bedre.method.cli", "bedre.exchange.cli", "bedre.report.cli", "bedre.demo.cli"]
"""Modules that add commands: each has `add_arguments(subparsers)`, where every command sets `func(options)`."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Returns 0, or 1 after one sentence that says what is wrong."""
    given = sys.argv[1:] if arguments is None else arguments
    if given in (["--version"], ["-V"]):
        print(f"bedre {__version__}")
        return 0
    try:
        _set_up()
        options = _parser().parse_args(given)
        return options.func(options) or 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not isinstance(error, _expected()):
            raise
        print(_sentence(error), file=sys.stderr)
        return 1


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedre.config.settings")
    import django

    django.setup()


def _expected() -> tuple[type[Exception], ...]:
    """Errors whose message is a sentence for the person at the keyboard."""
    from django.db import OperationalError

    from bedre.kernel.errors import DomainError

    return ConfigurationError, DomainError, OperationalError


def _sentence(error: Exception) -> str:
    from django.db import OperationalError

    said = str(error).strip()
    return f"The database does not answer: {said}." if isinstance(error, OperationalError) else said


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bedre", description="The Vestre Toten model of Lean, introduced and lived.")
    parser.add_argument("--version", action="version", version=f"bedre {__version__}")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for part in PARTS:
        if find_spec(part):
            import_module(part).add_arguments(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
