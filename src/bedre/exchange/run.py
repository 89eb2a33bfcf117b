"""Reading and writing an import, as tasks when the file is large."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import structlog
from django.apps import apps
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from bedre.kernel import clock, events
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active

from .columns import COLUMNS, Line, lines, packed, unpacked
from .models import Import, State
from .people import plan_people
from .plan import Plan
from .reading import read
from .sheet import Tick
from .units import plan_units, write_units
from .write_people import write_people

log = structlog.get_logger(__name__)
AT_ONCE = 48 * 1024
"""Files up to this many bytes are read and written while the page waits."""
STEP = 250
"""Rows between two notes of how far it has come."""


def read_rows(kind: str, name: str, content: bytes, tick: Tick = lambda rows: None) -> list[Line]:
    """The rows of a file by column. Raises DomainError with a sentence for a file that cannot be read."""
    return lines(read(name, content, tick), COLUMNS[kind])


def make_plan(kind: str, found: list[Line], on: dt.date) -> Plan:
    """Work out what the rows will do, as of a date."""
    return (plan_units if kind == "units" else plan_people)(found, on)


def write(kind: str, plan: Plan, *, on: dt.date, by: Any) -> None:
    """Write a plan, all of it or nothing."""
    with transaction.atomic():
        (write_units if kind == "units" else write_people)(plan, on=on, by=by)


@task()
def read_import(municipality_id: str, import_id: str, language: str) -> None:
    """Work out the fates of an import's rows."""
    _with(municipality_id, import_id, language, State.READING, _plan)


@task()
def write_import(municipality_id: str, import_id: str, language: str) -> None:
    """Write a confirmed import."""
    _with(municipality_id, import_id, language, State.WRITING, _write)


def start(run: Import, work: Any, language: str) -> None:
    """Do it now when the file is small, else leave it to the background."""
    arguments = (str(run.municipality_id), str(run.pk), language)
    (work.call if len(run.content) <= AT_ONCE else work.enqueue)(*arguments)


def _with(municipality_id: str, import_id: str, language: str, state: str, work: Callable[[Import, list[Line]], None]) -> None:
    """Read the file outside any transaction, so that its progress can be seen; then do the work in one."""
    municipality = apps.get_model("organisation", "Municipality").objects.get(pk=municipality_id)
    with clock.at(clock.configured()), translation.override(language):
        with active(municipality):
            run = Import.objects.select_related("by").get(pk=import_id)
        if run.state != state:
            return
        says = _attempt(run, municipality, work)
        if says:
            with active(municipality):
                run.refuse(says)


def _attempt(run: Import, municipality: Any, work: Callable[[Import, list[Line]], None]) -> str:
    """Do the work; returns why it came to nothing, or nothing."""

    def tick(rows: int) -> None:
        if rows % STEP == 0:
            with active(municipality):
                run.come_to(rows)

    content = bytes(run.content)
    try:
        found = unpacked(content) if run.state == State.WRITING else read_rows(run.kind, run.name, content, tick)
        with active(municipality), transaction.atomic():
            work(run, found)
    except DomainError as error:
        return str(error)
    except Exception:
        log.exception("import failed")
        return _("Something went wrong on our side. Nothing was written.")
    return ""


def _plan(run: Import, found: list[Line]) -> None:
    run.content = packed(found)
    plan = make_plan(run.kind, found, run.on)
    run.state, run.fates, run.counts, run.digest = State.PLANNED, plan.stored(), dict(plan.counts), plan.digest()
    run.total = run.done = len(plan.fates)
    run.save(update_fields=["state", "content", "fates", "counts", "digest", "total", "done"])


def _write(run: Import, found: list[Line]) -> None:
    plan = make_plan(run.kind, found, run.on)
    if plan.digest() != run.digest:
        raise DomainError(_("Something has been changed since you looked. Nothing was written: send in the file again."))
    write(run.kind, plan, on=run.on, by=run.by)
    run.state, run.done, run.content = State.DONE, run.total, b""
    run.save(update_fields=["state", "done", "content"])
    events.record(run, "import.written", by=run.by, kind=run.kind, rows=len(plan.do))
