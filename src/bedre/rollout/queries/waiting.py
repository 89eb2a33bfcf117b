"""What waits for a decision about the introduction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bedre.organisation.models import Agreement

from ..links import to
from .known import Known


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what, a line about it, where to act, and `level` (danger, warning or accent)."""

    icon: str
    title: str
    text: str
    url: str
    label: str
    level: str = "accent"


def waiting(who: Any, known: Known | None = None) -> list[Waiting]:
    """Waves that the leader group has not decided, and agreements that are about to end, for those who may act.

    `known`: what the page has read already.
    """
    known, found = known or Known(), []
    if who.may("rollout.decide"):
        found += [_wave(summary) for summary in known.waves if summary.wave.state == "proposed"]
    if who.may("agreement.edit"):
        found += [_agreement(agreement) for agreement in known.ending]
    return found


def _wave(summary: Any) -> Waiting:
    count = len(summary.rows)
    units = ngettext("%(n)d unit proposed", "%(n)d units proposed", count) % {"n": count}
    title = _("Shall %(wave)s start?") % {"wave": summary.wave.name}
    return Waiting("up", title, units, to("wave", summary.wave.pk), _("See the plan"))


def _agreement(agreement: Agreement) -> Waiting:
    title = _("%(agreement)s is about to end") % {"agreement": agreement.title}
    text = _("Advisers lose access that day.")
    url = to("agreement", agreement.pk)
    return Waiting("clock", title, text, url, _("See the agreement"), "warning")
