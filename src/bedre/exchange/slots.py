"""The ways to an import from the lists of units and people, and how long a file is kept."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bedre.people.privacy import Retention, keep
from bedre.web.slots import register


def _button(kind: str):
    def button(request: Any, **_context: Any) -> tuple[str, dict[str, Any]] | None:
        return ("exchange/button.html", {"kind": kind}) if request.who.may("exchange.import") else None

    return button


def forget_imports(days: int) -> None:
    """Imports of the active municipality, with what stood in their rows. Real time."""
    from .models import Import

    Import.objects.filter(made_at__lt=timezone.now() - dt.timedelta(days=days)).delete()


register("units.head", _button("enheter"))
register("people.head", _button("folk"))
keep(
    Retention("imports", _("Files that were imported, and what happened to their rows"), 30, _("deleted"), forget_imports, True)
)
