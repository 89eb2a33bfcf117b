"""`bedre method check|list|show|adopt|export`."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from . import catalog
from .format import MethodError, parse


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add `bedre method …`."""
    commands = subparsers.add_parser("method", help="methods as files").add_subparsers(required=True, metavar="what")
    check = commands.add_parser("check", help="say whether a file is a valid method, with the line of each fault")
    check.add_argument("file", type=Path)
    check.set_defaults(func=_check)
    commands.add_parser("list", help="methods that come with Bedre").set_defaults(func=_list)
    adopt = commands.add_parser("adopt", help="let a municipality follow a method from a date")
    adopt.add_argument("method", help="a name from `bedre method list`, or a file")
    adopt.add_argument("--municipality", required=True)
    adopt.add_argument("--on", type=dt.date.fromisoformat)
    adopt.set_defaults(func=_adopt)
    export = commands.add_parser("export", help="write the method that a municipality follows to a file")
    export.add_argument("file", type=Path)
    export.add_argument("--municipality", required=True)
    export.set_defaults(func=_export)


def _check(options: argparse.Namespace) -> int:
    try:
        method = parse(options.file.read_text(encoding="utf-8"))
    except MethodError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{options.file} cannot be read: {error}", file=sys.stderr)
        return 1
    print(f"{method.title} {method.version}: valid")
    return 0


def _list(options: argparse.Namespace) -> None:
    for name in catalog.names():
        print(f"{name}: {catalog.method(name).title}")


def _adopt(options: argparse.Namespace) -> int:
    from bedre.kernel import clock

    from .models import MethodVersion

    published = options.method in catalog.names()
    text = catalog.text(options.method) if published else Path(options.method).read_text(encoding="utf-8")
    try:
        with _inside(options.municipality), clock.at(clock.configured()):
            MethodVersion.keep(text, by=None, own=not published).adopt(on=options.on or clock.today(), by=None)
    except MethodError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _export(options: argparse.Namespace) -> None:
    from . import queries

    with _inside(options.municipality):
        version = queries.current_version()
    options.file.write_text(version.text if version else catalog.text(catalog.DEFAULT), encoding="utf-8")


def _inside(slug: str):
    from bedre.kernel.errors import DomainError
    from bedre.kernel.tenancy import active
    from bedre.organisation.models import Municipality

    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise DomainError(f"There is no municipality with the address /{slug}/.")
    return active(municipality)
