"""The `bedre` command."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

from bedre import __version__

from .env import ConfigurationError

PARTS = ["bedre.config.cli_house", "bedre.method.cli", "bedre.exchange.cli", "bedre.report.cli", "bedre.demo.cli"]
"""Modules that add commands: each has `add_arguments(subparsers)`, where every command sets `func(options)`."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command. Returns 0, or 1 after one sentence that says what is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedre.config.settings")
    try:
        import django

        django.setup()
        options = _parser().parse_args(arguments)
        return options.func(options) or 0
    except ConfigurationError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from bedre.kernel.errors import DomainError

        if not isinstance(error, DomainError):
            raise
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("bedre", description="The Vestre Toten model of Lean, introduced and lived.")
    parser.add_argument("--version", action="version", version=f"bedre {__version__}")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for part in PARTS:
        try:
            import_module(part).add_arguments(subparsers)
        except ModuleNotFoundError as error:
            if error.name != part:
                raise
    return parser


if __name__ == "__main__":
    sys.exit(main())
