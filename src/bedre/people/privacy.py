"""How long what is kept about people: one table, one job that keeps to it.

A later package adds its own rows with `keep` from its `apps.py`. The table is printed in `docs/privacy.md` and on the page «Mine data».
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bedre.kernel import clock, tick
from bedre.kernel.tenancy import active

from .models import Account, Counter, Invitation, Person, SetupLink


@dataclass(frozen=True)
class Retention:
    """A kind of record, for how many days it is kept, what happens then, and who does it (None: nothing is deleted)."""

    key: str
    what: Any
    days: int | None
    then: Any
    forget: Callable[[int], None] | None = None
    each_municipality: bool = False


table: dict[str, Retention] = {}


def keep(retention: Retention) -> None:
    """Add a row to the table."""
    table[retention.key] = retention


@tick.every(minutes=12 * 60)
def forget_in_time() -> None:
    """Forget everything whose time is over."""
    for row in table.values():
        if row.forget is None or row.days is None:
            continue
        if not row.each_municipality:
            row.forget(row.days)
            continue
        for municipality in apps.get_model("organisation", "Municipality").objects.all():
            with active(municipality):
                row.forget(row.days)


def _before(days: int) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=days)


def forget_traces(days: int) -> None:
    """Sessions (which end with it), addresses, browsers and the last use of keys. Real time."""
    for trace in UserSession.objects.filter(created_at__lt=_before(days)):
        trace.end()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    Authenticator.objects.filter(last_used_at__lt=_before(days)).update(last_used_at=None)
    Counter.objects.filter(expires__lt=timezone.now()).delete()


def forget_setup_links(days: int) -> None:
    """Links for the first administrator."""
    SetupLink.objects.filter(expires_at__lt=_before(days)).delete()


def forget_invitations(days: int) -> None:
    """Invitations of the active municipality, used or not."""
    Invitation.objects.filter(expires_at__lt=_before(days)).delete()


def forget_accounts(days: int) -> None:
    """Accounts that lead nowhere any more."""
    Account.objects.filter(memberships=None, created_at__lt=_before(days), is_demo=False).delete()


def forget_former(days: int) -> None:
    """People of the active municipality who left that long ago. Domain time."""
    today = clock.today()
    for person in Person.objects.filter(left_on__lte=today - dt.timedelta(days=days), forgotten_on=None):
        person.forget(on=today)


keep(Retention("traces", _("When, where and with what browser you signed in"), 30, _("deleted"), forget_traces))
keep(Retention("setup_links", _("Links for the first administrator"), 30, _("deleted"), forget_setup_links))
keep(Retention("invitations", _("Invitations, after they have run out"), 30, _("deleted"), forget_invitations, True))
keep(Retention("accounts", _("Accounts that belong to nobody in a municipality"), 30, _("deleted"), forget_accounts))
keep(
    Retention(
        "former",
        _("Name, employee number and e-mail of somebody who has left"),
        365,
        _("replaced by “former employee”"),
        forget_former,
        True,
    )
)
keep(
    Retention(
        "work",
        _("Ideas, comments, minutes, gains and the log of what was done"),
        None,
        _("kept, without names of those who have left"),
    )
)
