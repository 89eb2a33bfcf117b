"""`bedre report list` and `bedre report save KIND NUMBER FILE`: what stands in a municipality's reports, as files for a case system."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Report

ENDINGS = (".pdf", ".docx", ".json")


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands."""
    commands = subparsers.add_parser("report", help="reports as files").add_subparsers(required=True, metavar="what")
    listed = commands.add_parser("list", help="kind, number, state, date and title of each")
    listed.set_defaults(func=_list)
    save = commands.add_parser(
        "save", help="write one as PDF, Word, or JSON (texts, figures and checksum), as the file's name ends"
    )
    save.add_argument("kind", choices=["introduction", "status"])
    save.add_argument("number", type=int)
    save.add_argument("file", type=Path)
    save.set_defaults(func=_save)
    for command in (listed, save):
        command.add_argument("--municipality", required=True, metavar="slug", help="first part of its addresses: harstad")


def _list(options: argparse.Namespace) -> int:
    from .models import Report

    with _inside(options.municipality):
        for report in Report.objects.order_by("kind", "number"):
            print(f"{report.kind} {report.number}  {report.state:9}  {report.as_of}  {report}")
    return 0


def _save(options: argparse.Namespace) -> int:
    from bedre.kernel.errors import DomainError

    from .models import Report

    if options.file.suffix not in ENDINGS:
        raise DomainError(f"{options.file} must end in .pdf, .docx or .json.")
    with _inside(options.municipality):
        report = Report.objects.filter(kind=options.kind, number=options.number).first()
        if report is None:
            raise DomainError(f"There is no {options.kind} report {options.number}.")
        options.file.write_bytes(_written(report, options.file.suffix))
    return 0


def _written(report: Report, ending: str) -> bytes:
    from . import show
    from .documents.pdf import pdf
    from .documents.word import word

    if ending == ".json":
        return json.dumps(show.plain(report), ensure_ascii=False, indent=2, sort_keys=True).encode()
    context = show.context(report)
    return pdf(report, context) if ending == ".pdf" else word(context)


@contextmanager
def _inside(slug: str) -> Iterator[None]:
    from bedre.kernel import clock
    from bedre.kernel.errors import DomainError
    from bedre.kernel.tenancy import active
    from bedre.organisation.models import Municipality

    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None:
        raise DomainError(f"There is no municipality at /{slug}/.")
    with clock.at(clock.configured()), active(municipality):
        yield
