"""From the data to a report's figures, as of its date and as known at a moment."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.board import queries as boards
from bedre.gain import queries as gains
from bedre.gain import sums
from bedre.gain.sums import GainFacts, Sums
from bedre.gain.trend import factors
from bedre.method import queries as methods
from bedre.organisation.models import UnitKind
from bedre.organisation.tree import Tree, tree
from bedre.rollout.models import CourseDayHeld
from bedre.rollout.queries.figures import coverage, trained_units
from bedre.rollout.queries.waves import introductions_alone, waves_alone
from bedre.web import words

from .figures import Figure, Figures, Row, Step, WaveFigure
from .models import Kind, Report

BEGINNING = dt.date(2000, 1, 1)


def figures(report: Report, known_at: dt.datetime | None = None) -> Figures:
    """The report's figures on its date, as known at a moment (None: now). A fixed number of queries."""
    known, as_of = known_at or timezone.now(), report.as_of
    nodes, rows = tree(as_of, known), begun(report)
    units = [unit for unit in units_of(report, rows) if unit in nodes.nodes]
    facts = [gain.facts() for gain in gains.gains(units)]
    covered = coverage(as_of, known)
    taking_part = Figure(_("Units that take part"), covered.trained, covered.total, "units_trained")
    return Figures(
        as_of=as_of.isoformat(),
        known_at=known.isoformat(),
        title=str(report),
        counts=[taking_part, *_counts(units, as_of, known)]
        if report.kind == Kind.STATUS
        else _counts(units, as_of, known, rows),
        rows=[_row(_name(nodes, unit), sums.totals(_of(facts, unit), as_of, known), "hours_per_week") for unit in units],
        together=_row(_("Together"), total := sums.totals(facts, as_of, known), "hours_per_week"),
        fte=_row(_("As årsverk"), total, "fte"),
        coverage=taking_part,
        notes=_notes(facts, as_of, known),
        steps=_steps(facts, as_of, known),
        waves=_waves(report, rows, known) if report.kind == Kind.STATUS else [],
    )


def begun(report: Report) -> list[Any]:
    """The introductions that a report is about: of its unit, of its wave, or all that had begun on its date in a wave that was decided."""
    rows = introductions_alone()
    if report.unit_id:
        return list(rows.filter(unit=report.unit_id))
    if report.wave_id:
        return list(rows.filter(wave=report.wave_id))
    decided = Q(wave=None) | Q(wave__in=[wave.pk for wave in waves_alone() if wave.state == "decided"])
    return list(rows.filter(decided, starts_on__lte=report.as_of))


def units_of(report: Report, rows: list[Any]) -> list[uuid.UUID]:
    """The units that a report is about, each once; a unit can be reported on before it is introduced."""
    return [report.unit_id] if report.unit_id else list(dict.fromkeys(row.unit_id for row in rows))


def _of(facts: list[GainFacts], unit: uuid.UUID) -> list[GainFacts]:
    return [fact for fact in facts if fact.unit_id == unit]


def _name(nodes: Tree, unit: uuid.UUID) -> str:
    """The unit's name with what it lies in, since two may be called the same; a sector says too little to be named."""
    above = nodes.above(unit)
    inside = above[0] if above and above[0].kind != UnitKind.SECTOR else None
    return f"{nodes[unit].name}, {inside.name}" if inside else nodes[unit].name


def _counts(units: Collection[uuid.UUID], as_of: dt.date, known: dt.datetime, begun: list[Any] | None = None) -> list[Figure]:
    """What the method asks reports to count, with `begun` the course days too, each with what it is out of."""
    board = boards.figures(units, BEGINNING, as_of, known)
    found = {
        "meetings_held": (board.meetings_held, board.meetings_planned),
        "ideas_answered": (board.answered, board.handed_in),
        "improvements_done": (board.done, board.handed_in),
    }
    if begun is not None:
        found["course_days_held"] = _course_days(begun, as_of, known)
    asked = methods.current(as_of).indicators
    return [Figure(str(named.title), *found[named.key], named.key) for named in asked if named.key in found]


def _course_days(begun: list[Any], as_of: dt.date, known: dt.datetime) -> tuple[int, int]:
    facts = CourseDayHeld.objects.filter(course_day__introduction__in=[row.pk for row in begun])
    held = len({fact.course_day_id for fact in facts if fact.holds(as_of, known)})
    return held, sum(row.choice.course_days for row in begun)


def _row(name: str, found: Sums, field: str) -> Row:
    return Row(name, *(str(getattr(getattr(found, part), field)) for part in sums.CUMULATIVE))


def _steps(facts: list[GainFacts], as_of: dt.date, known: dt.datetime) -> list[Step]:
    """How time grew, from the first day of the first gain's month; nothing while there are none."""
    days = [fact.identified.on for fact in facts if fact.identified.holds(as_of, known)]
    if not days:
        return []
    lines = sums.steps(facts, min(days).replace(day=1), as_of, known).lines
    grown = zip(lines["identified"], lines["agreed"], lines["realised"], strict=True)
    return [Step(found[0].isoformat(), str(found[1]), str(agreed[1]), str(real[1])) for found, agreed, real in grown]


def _waves(report: Report, begun: list[Any], known: dt.datetime) -> list[WaveFigure]:
    trained = trained_units(report.as_of, known)
    found: dict[Any, list[bool]] = {}
    for row in begun:
        if row.wave is not None:
            found.setdefault(row.wave, []).append(row.unit_id in trained)
    return [WaveFigure(wave.name, wave.starts_on.isoformat(), sum(units), len(units)) for wave, units in found.items()]


def _notes(facts: list[GainFacts], as_of: dt.date, known: dt.datetime) -> list[str]:
    notes = [
        _("Found time is an estimate. Time counts as realised when it is documented that it goes to what was agreed."),
        _("Lasting means that it is still so after six months."),
    ]
    if (first := sums.first_lasting(facts, as_of, known)) is not None:
        notes.append(_("The first check of that can be made %s.") % words.dato_full(first))
    return [*notes, _("Årsverk: %s.") % factors(facts)] if facts else notes
