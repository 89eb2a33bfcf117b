"""`bedre import units|people FILE --municipality slug [--from 2015-01-05] [--dry-run]`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add the command."""
    parser = subparsers.add_parser("import", help="units or people from an .xlsx or .csv")
    parser.add_argument("kind", choices=["units", "people"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--municipality", required=True, metavar="slug", help="first part of its addresses: harstad")
    parser.add_argument("--from", dest="on", type=dt.date.fromisoformat, help="from when it is true (today)")
    parser.add_argument("--dry-run", action="store_true", help="show what would happen and write nothing")
    parser.set_defaults(func=_import)


def _import(options: argparse.Namespace) -> int:
    from bedre.kernel import clock
    from bedre.kernel.tenancy import active
    from bedre.organisation.models import Municipality

    municipality = Municipality.objects.filter(slug=options.municipality).first()
    if municipality is None:
        print(f"There is no municipality at /{options.municipality}/.")
        return 1
    if not options.file.is_file():
        print(f"There is no file {options.file}.")
        return 1
    with clock.at(clock.configured()), active(municipality):
        return _run(options, options.on or clock.today())


def _run(options: argparse.Namespace, on: dt.date) -> int:
    from .run import make_plan, read_rows, write

    plan = make_plan(options.kind, read_rows(options.kind, options.file.name, options.file.read_bytes()), on)
    for fate in plan.fates:
        for column, sentence in fate.faults:
            print(f"row {fate.row}, {column}: {sentence}")
    counts = plan.counts
    print(f"{counts['new']} new, {counts['changed']} changed, {counts['same']} unchanged, {counts['faulty']} with faults")
    if plan.faulty:
        print("Nothing was written.")
        return 1
    if not options.dry_run:
        write(options.kind, plan, on=on, by=None)
    return 0
