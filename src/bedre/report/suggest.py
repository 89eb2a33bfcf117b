"""What a report says to begin with, built from its figures; the writer changes the words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bedre.gain.models import GainAgreement
from bedre.method import queries as methods
from bedre.rollout.models import Wave
from bedre.web import words

from . import compute
from .figures import Figures
from .models import Kind, Report

MOST_PURPOSES = 6


def suggestion(kind: str, as_of: dt.date, wave: Wave | None, unit: Any, municipality: Any) -> dict[str, str]:
    """Texts to begin with, in the active language."""
    report = Report(kind=kind, as_of=as_of, wave=wave, unit_id=unit.id if unit else None, municipality=municipality)
    found = compute.figures(report)
    return {
        "title": _title(kind, methods.current(as_of).title, unit, wave, municipality),
        "summary": summary(found, kind),
        "used_for": "\n".join(_purposes(report)),
        "learned": "",
        "body": _("The executive committee"),
        "asked": _("take note of the report"),
    }


def _title(kind: str, method: Any, unit: Any, wave: Wave | None, municipality: Any) -> str:
    name = unit.name if unit else wave.name if wave else municipality.full_name
    if wave and len(name.split()) == 1:
        name = name[:1].lower() + name[1:]
    says = _("Status for %(method)s in %(name)s") if kind == Kind.STATUS else _("%(method)s in %(name)s")
    return says % {"method": method, "name": name}


def summary(found: Figures, kind: str) -> str:
    """Three sentences: how far the units have come, the time they have freed, and what became of the ideas."""
    return " ".join(filter(None, (_way(found, kind), _time(found), _ideas(found))))


def _way(found: Figures, kind: str) -> str:
    if kind == Kind.STATUS:
        part = found.coverage
        says = _("%(n)s of %(of)s units have been through all course days.")
        return says % {"n": part.value, "of": part.of}
    days, meetings, units = found.count("course_days_held"), found.count("meetings_held"), len(found.rows)
    if days is None or meetings is None:
        return ""
    says = ngettext(
        "The unit has held %(days)s of %(all)s course days and %(meetings)s of %(planned)s board meetings.",
        "The %(units)s units have held %(days)s of %(all)s course days and %(meetings)s of %(planned)s board meetings.",
        units,
    )
    said = {"days": days.value, "all": days.of, "meetings": meetings.value, "planned": meetings.of}
    return says % {"units": words.ord(units), **said}


def _time(found: Figures) -> str:
    hours = {name: _number(getattr(found.together, name)) for name in ("identified", "realised")}
    if Decimal(found.together.realised):
        says = ngettext(
            "It has freed %(realised)s hours a week, %(fte)s årsverk, and the time goes to what was agreed.",
            "They have freed %(realised)s hours a week, %(fte)s årsverk, and the time goes to what was agreed.",
            len(found.rows),
        )
        return says % {"realised": hours["realised"], "fte": words.fte(Decimal(found.fte.realised))}
    says = ngettext(
        "It has found %(identified)s hours a week, and none are realised yet.",
        "They have found %(identified)s hours a week, and none are realised yet.",
        len(found.rows),
    )
    return says % hours


def _ideas(found: Figures) -> str:
    answered, done = found.count("ideas_answered"), found.count("improvements_done")
    if answered is None or done is None or not answered.of:
        return ""
    says = ngettext(
        "%(answered)s of %(handed_in)s ideas have an answer, and %(done)s improvement is introduced.",
        "%(answered)s of %(handed_in)s ideas have an answer, and %(done)s improvements are introduced.",
        done.value,
    )
    return says % {"answered": answered.value, "handed_in": answered.of, "done": done.value}


def _purposes(report: Report) -> list[str]:
    """What freed time is for, as agreed in the units that the report is about by its date."""
    units = compute.units_of(report, compute.begun(report))
    rows = GainAgreement.objects.filter(unit__in=units, agreed_on__lte=report.as_of)
    return list(rows.order_by("purpose").values_list("purpose", flat=True).distinct())[:MOST_PURPOSES]


def _number(value: str) -> str:
    return words.hours(Decimal(value))
