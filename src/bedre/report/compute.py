"""From the data to a report's figures and its suggested sentences."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from bedre.board import queries as boards
from bedre.gain import queries as gains
from bedre.gain.models import Gain, GainAgreement
from bedre.gain.sums import Sums, totals
from bedre.method import queries as methods
from bedre.organisation.tree import tree
from bedre.rollout.models import CourseDayHeld, Wave
from bedre.rollout.queries.figures import coverage
from bedre.rollout.queries.waves import introductions, introductions_alone
from bedre.web import norsk

from .figures import Figure, Figures, Row
from .models import Report

BEGINNING = dt.date(2000, 1, 1)


def figures(report: Report, known_at: dt.datetime | None = None) -> Figures:
    """The report's figures on its date, as known at a moment (None: now). A fixed number of queries."""
    known = known_at or timezone.now()
    nodes = tree(report.as_of, known)
    units = [unit for unit in units_of(report) if unit in nodes.nodes]
    found = gains.gains(units)
    facts = [gain.facts() for gain in found]
    per_unit = {unit: totals([fact for fact in facts if fact.unit_id == unit], report.as_of, known) for unit in units}
    total = totals(facts, report.as_of, known)
    covered = coverage(report.as_of, known)
    return Figures(
        as_of=report.as_of.isoformat(),
        known_at=known.isoformat(),
        title=str(report),
        counts=_counts(report, units, known),
        rows=[_row(nodes[unit].name, per_unit[unit], "hours_per_week") for unit in units],
        together=_row(_("Together"), total, "hours_per_week"),
        fte=_row(_("As årsverk"), total, "fte"),
        coverage=Figure(_("Units that take part"), covered.trained, covered.total),
        notes=_notes(found),
    )


def units_of(report: Report) -> list[uuid.UUID]:
    """The units a report is about: one, those of its wave, or all that are being introduced."""
    if report.unit_id:
        return [report.unit_id]
    rows = introductions(wave=report.wave) if report.wave_id else introductions()
    return list(dict.fromkeys(row.introduction.unit_id for row in rows))


def _counts(report: Report, units: Collection[uuid.UUID], known: dt.datetime) -> list[Figure]:
    board = boards.figures(units, BEGINNING, report.as_of, known)
    wanted = sum(row.choice.course_days for row in introductions_alone().filter(unit__in=units))
    facts = CourseDayHeld.objects.filter(course_day__introduction__unit__in=units)
    held = len({fact.course_day_id for fact in facts if fact.holds(report.as_of, known)})
    found = {
        "course_days_held": (held, wanted),
        "meetings_held": (board.meetings_held, board.meetings_planned),
        "ideas_answered": (board.answered, board.handed_in),
        "improvements_done": (board.done, None),
    }
    return [Figure(str(named.title), *found[named.key]) for named in methods.current().indicators if named.key in found]


def _row(name: str, sums: Sums, field: str) -> Row:
    return Row(name, *(str(getattr(getattr(sums, part), field)) for part in ("identified", "agreed", "realised", "secured")))


def _notes(found: Iterable[Gain]) -> list[str]:
    weeks = sorted({norsk.number(gain.weeks_per_year) for gain in found})
    hours = sorted({norsk.number(gain.hours_per_fte) for gain in found})
    notes = [
        _("Found time is an estimate. Time counts as realised when it is documented that it goes to what was agreed."),
        _("Lasting means that it is still so after six months."),
    ]
    if weeks:
        notes.append(
            _("Årsverk: %(weeks)s weeks a year, %(hours)s hours.") % {"weeks": ", ".join(weeks), "hours": ", ".join(hours)}
        )
    return notes


def suggestion(kind: str, as_of: dt.date, wave: Wave | None, unit: Any, municipality: Any) -> dict[str, str]:
    """Texts to begin with, built from the data; the writer changes them."""
    method = methods.current().title
    report = Report(kind=kind, as_of=as_of, wave=wave, unit_id=unit.id if unit else None, municipality=municipality)
    units = units_of(report)
    sums = gains.sums(units, as_of)
    name = unit.name if unit else wave.name.lower() if wave else municipality.full_name
    purposes = (
        GainAgreement.objects.filter(unit__in=units, agreed_on__lte=as_of)
        .order_by("purpose")
        .values_list("purpose", flat=True)
        .distinct()
    )
    hours = norsk.number(sums.realised.hours_per_week)
    return {
        "title": _("%(method)s in %(name)s") % {"method": method, "name": name},
        "summary": _("%(units)d units take part. They have freed %(hours)s hours a week, and the time goes to what was agreed.")
        % {"units": len(units), "hours": hours},
        "used_for": "\n".join(purposes),
        "learned": "",
        "asked": _("take note of the report"),
    }
