"""`bedre serve`, `migrate`, `setup`, `check`, `backup`, `restore`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of the house."""
    serve = subparsers.add_parser("serve", help="serve pages and do the background work")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (0.0.0.0: every one)")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(func=_serve)
    subparsers.add_parser("migrate", help="bring the database up to date").set_defaults(func=_migrate)
    subparsers.add_parser("setup", help="give the link for the first administrator").set_defaults(func=_setup)
    subparsers.add_parser("check", help="say whether mail, database, PDF and address work").set_defaults(func=_check)
    for name, text, func in (
        ("backup", "write everything to a file", _backup),
        ("restore", "read everything from a file", _restore),
    ):
        command = subparsers.add_parser(name, help=text)
        command.add_argument("file", type=Path)
        command.set_defaults(func=func)
    command.add_argument("--replace", action="store_true", help="throw away what the database holds")


def _serve(options: argparse.Namespace) -> None:
    from .serve import serve

    serve(options.host, options.port)


def _migrate(options: argparse.Namespace) -> None:
    from .migrate import migrate

    migrate()


def _setup(options: argparse.Namespace) -> None:
    from importlib import import_module

    print(import_module("bedre.people.setup").make_link())


def _check(options: argparse.Namespace) -> int:
    from .doctor import examine

    findings = examine()
    for finding in findings:
        print(f"{'ok     ' if finding.ok else 'MISSING'} {finding.what}: {finding.says}")
    return 0 if all(finding.ok for finding in findings) else 1


def _backup(options: argparse.Namespace) -> None:
    from .backup import backup

    print(f"{backup(options.file)} rows and files written to {options.file}")


def _restore(options: argparse.Namespace) -> None:
    from .restore import restore

    print(f"{restore(options.file, replace=options.replace)} rows and files read from {options.file}")
