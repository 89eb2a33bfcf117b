"""`bedre method check|show|list|adopt|export|schema`: methods as files, for those who work in a terminal."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _

from bedre.kernel.errors import DomainError

from . import catalog
from .format import MethodError, parse, schema_text
from .outlined import outlined


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add `bedre method …`."""
    commands = subparsers.add_parser("method", help="methods as files").add_subparsers(required=True, metavar="what")
    check = commands.add_parser("check", help="say whether a file is a valid method, with the line of each fault")
    check.add_argument("file", type=Path)
    check.set_defaults(func=_check)
    commands.add_parser("list", help="methods that come with Bedre").set_defaults(func=_list)
    show = commands.add_parser("show", help="tell a method in short")
    show.add_argument("method", nargs="?", default=catalog.DEFAULT, help="a name from `bedre method list`, or a file")
    show.set_defaults(func=_show)
    adopt = commands.add_parser("adopt", help="let a municipality follow a method from a date")
    adopt.add_argument("method", help="a name from `bedre method list`, or a file")
    adopt.add_argument("--municipality", required=True, help="its short address")
    adopt.add_argument("--on", type=dt.date.fromisoformat, help="from when: YYYY-MM-DD, today unless given")
    adopt.set_defaults(func=_adopt)
    export = commands.add_parser("export", help="write the method that a municipality follows to a file")
    export.add_argument("file", type=Path)
    export.add_argument("--municipality", help="its short address; without it, the method that comes with Bedre")
    export.set_defaults(func=_export)
    commands.add_parser("schema", help="print the JSON Schema of the format, for an editor").set_defaults(func=_schema)


def _check(options: argparse.Namespace) -> int:
    return check(options.file)


def check(path: Path) -> int:
    """Print whether a file is a valid method, and every fault with its line. Returns 0 or 1."""
    try:
        method = parse(_text(str(path)))
    except MethodError as error:
        for problem in error.problems:
            print(f"{path}:{problem.line}: {problem.sentence}", file=sys.stderr)
        return 1
    print(_("%(title)s %(version)s has no faults.") % {"title": method.title, "version": method.version})
    return 0


def _list(options: argparse.Namespace) -> None:
    for name in catalog.names():
        print(f"{name}: {catalog.method(name).title}")


def _show(options: argparse.Namespace) -> int:
    text = _text(options.method)
    try:
        print(outlined(parse(text)))
    except MethodError:
        return check(Path(options.method))
    return 0


def _adopt(options: argparse.Namespace) -> int:
    return adopt(options.municipality, options.method, options.on)


def adopt(slug: str, name_or_path: str, on: dt.date | None = None) -> int:
    """Let a municipality follow a published method or a file, from a date (None: today). Returns 0, or 1 with the faults printed."""
    from bedre.kernel import clock

    from .models import MethodVersion

    text = _text(name_or_path)
    try:
        with _inside(slug):
            MethodVersion.keep(text, by=None).adopt(on=on or clock.today(), by=None)
    except MethodError:
        return check(Path(name_or_path))
    return 0


def _export(options: argparse.Namespace) -> None:
    text = followed(options.municipality) if options.municipality else catalog.text()
    options.file.write_text(text, encoding="utf-8")


def followed(slug: str) -> str:
    """The text that a municipality follows today."""
    from . import queries

    with _inside(slug):
        version = queries.current_version()
    return version.text if version else catalog.text()


def _schema(options: argparse.Namespace) -> None:
    print(schema_text(), end="")


def _text(name_or_path: str) -> str:
    """The text of a published method or of a file. Raises DomainError when it cannot be read."""
    if name_or_path in catalog.names():
        return catalog.text(name_or_path)
    try:
        return Path(name_or_path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise DomainError(_("The file is not text in UTF-8.")) from None
    except OSError:
        says = _("%s is no file that can be read, and no method that comes with Bedre; `bedre method list` names those.")
        raise DomainError(says % name_or_path) from None


@contextmanager
def _inside(slug: str) -> Iterator[None]:
    """Work for a municipality at the installation's date. Raises DomainError for an address that nobody has."""
    from bedre.kernel import clock
    from bedre.kernel.tenancy import active
    from bedre.organisation.models import Municipality

    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise DomainError(_("There is no municipality with the address /%s/.") % slug)
    with active(municipality), clock.at(clock.configured()):
        yield
