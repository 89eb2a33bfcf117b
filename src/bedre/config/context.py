"""What the page frame shows on every page: municipality, person, menu, banner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock


@dataclass(frozen=True)
class Entry:
    """A line of the menu: shown when the person may `action`; `unit` entries lead to the person's own unit."""

    label: Any
    route: str
    action: str
    unit: bool = False


MENU = [
    Entry(_("Board"), "board:board", "board.see", unit=True),
    Entry(_("Measures"), "measure:measures", "measure.see", unit=True),
    Entry(_("Units"), "organisation:units", "organisation.see"),
    Entry(_("Gains"), "gain:overview", "gain.overview"),
    Entry(_("Introduction"), "rollout:overview", "rollout.see"),
    Entry(_("Stories"), "learning:stories", "learning.see"),
    Entry(_("Reports"), "report:reports", "report.see"),
    Entry(_("The municipality"), "insight:municipality", "insight.see"),
]


ME_MENU = [
    Entry(_("My page"), "insight:me", ""),
    Entry(_("My profile and language"), "people:profile", ""),
    Entry(_("My dates in a calendar"), "notice:calendar", ""),
    Entry(_("The method"), "method:method", "method.see"),
    Entry(_("Coach's page"), "rollout:coach", "rollout.coach"),
    Entry(_("People and roles"), "people:people", "people.administer"),
    Entry(_("The municipality's settings"), "organisation:settings", "organisation.edit"),
    Entry(_("Take out a text"), "people:redact", "people.redact"),
]
"""What hangs on one's own name at the top."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of `web/base.html`. No queries beyond those of `request.who`."""
    who = getattr(request, "who", None)
    return {
        "municipality": getattr(request, "municipality", None),
        "who": who,
        "nav": _nav(request, who) if who and who.person else [],
        "me_menu": _me_menu(request, who) if who and who.person else [],
        "banner": _banner() if settings.BEDRE_CLOCK else None,
        "today": clock.today(),
        "secure": settings.SECURE,
        "demo": settings.DEMO,
    }


def _nav(request: HttpRequest, who: Any) -> list[dict[str, Any]]:
    entries = ((entry, _url(entry, who)) for entry in MENU if who.may(entry.action, who.home if entry.unit else None))
    return [{"label": e.label, "url": url, "current": request.path.startswith(url)} for e, url in entries if url]


def _me_menu(request: HttpRequest, who: Any) -> list[dict[str, Any]]:
    found = []
    for entry in ME_MENU:
        if not entry.action or who.may(entry.action):
            try:
                url = reverse(entry.route)
            except NoReverseMatch:
                continue
            found.append({"label": entry.label, "url": url, "current": request.path == url})
    return found


def _url(entry: Entry, who: Any) -> str | None:
    if entry.unit and who.home is None:
        return None
    try:
        return reverse(entry.route, args=[who.home.slug] if entry.unit else [])
    except NoReverseMatch:
        return None


def _banner() -> dict[str, Any]:
    return {"date": clock.today(), "demo": settings.DEMO}
