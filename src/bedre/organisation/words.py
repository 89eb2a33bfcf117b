"""What kinds of unit and of working time are called on the screen."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .models import HoursPerFte, UnitKind


def kinds() -> dict[str, str]:
    """Kinds of unit by code."""
    return {
        UnitKind.SECTOR: _("Sector"), UnitKind.OPERATION: _("Operating unit"), UnitKind.DEPARTMENT: _("Department"),
        UnitKind.SCHOOL: _("School"), UnitKind.KINDERGARTEN: _("Kindergarten"), UnitKind.HEALTH: _("Health and care"),
        UnitKind.SOCIAL: _("Social service"), UnitKind.CHILD_WELFARE: _("Child welfare"), UnitKind.TECHNICAL: _("Technical service"),
        UnitKind.CULTURE: _("Culture"), UnitKind.ADMINISTRATION: _("Administration"),
    }  # fmt: skip


def hours_kinds() -> dict[str, str]:
    """Kinds of working time by code; a municipality's own codes are called by themselves."""
    return {
        "office": _("Office hours"), "ssb": _("Statistics Norway, without holiday"), "shift_35_5": _("Shift, 35.5 hours a week"),
        "shift_33_6": _("Shift, 33.6 hours a week"), "teacher": _("Teachers"),
    }  # fmt: skip


def hours_choices() -> list[tuple[str, str]]:
    """The kinds of working time that this municipality has hours for. One query."""
    known = hours_kinds()
    there = HoursPerFte.objects.order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, known.get(kind, kind)) for kind in there]
