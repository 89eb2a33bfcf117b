"""`bedre demo`."""

from __future__ import annotations

import argparse
import sys

from django.conf import settings


def add_arguments(subparsers: argparse._SubParsersAction) -> None:
    """Add `bedre demo`."""
    demo = subparsers.add_parser("demo", help="play the Harstad demonstration into an empty database (not in production)")
    demo.set_defaults(func=_demo)


def _demo(options: argparse.Namespace) -> int:
    from django.core.management import call_command

    from bedre.organisation.models import Municipality

    from .play import play

    if settings.PRODUCTION:
        print("The demonstration is not for production: its accounts have no passwords.", file=sys.stderr)
        return 1
    call_command("migrate", interactive=False, verbosity=0)
    if not Municipality.objects.filter(is_demo=True).exists():
        play()
    return 0
