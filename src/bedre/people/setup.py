"""The first minute of an installation: a link, and what is made with it."""

from __future__ import annotations

import datetime as dt
from functools import cache

import structlog
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from bedre.kernel import clock, events
from bedre.kernel.tenancy import active
from bedre.organisation.models import HoursPerFte, Municipality, MunicipalityNumber, MunicipalityTitle
from bedre.organisation.names import OfficialMunicipality

from .mails import address
from .models import Account, Person, RoleKind, SetupLink

log = structlog.get_logger(__name__)

NUMBERS_SINCE = dt.date(2024, 1, 1)
"""From when the numbers in the national list are valid."""
DIRECTOR = "kommunedirektør"


def make_link() -> str:
    """A new address with which the first administrator begins: works once, for 24 hours, and ends the ones before it."""
    return address(reverse("setup", urlconf=settings.ROOT_URLCONF, args=[SetupLink.make()]))


@cache
def announce() -> None:
    """Write a link in the terminal of a development or demonstration, once a process. Never in production.

    Not while another link waits to be used: making one would end it.
    """
    if not settings.PRODUCTION and not SetupLink.waits():
        log.info("Set up Bedre", link=make_link())


@transaction.atomic
def found(
    official: OfficialMunicipality,
    *,
    slug: str,
    language: str,
    accent: str,
    account: Account,
    administrator: str,
    email: str = "",
) -> Municipality:
    """Make a municipality with its number, the public hours per årsverk, and its first administrator."""
    municipality = Municipality.objects.create(
        slug=slug, name=official.name, name_official=official.name_official, language=language, accent=accent
    )
    with active(municipality):
        since = min(clock.today(), NUMBERS_SINCE)
        MunicipalityNumber.objects.create(number=official.number, valid_from=since)
        MunicipalityTitle.objects.create(title=DIRECTOR, valid_from=since)
        for kind, hours in HoursPerFte.PUBLIC_VALUES.items():
            HoursPerFte.objects.create(kind=kind, hours=hours)
        person = Person.add(name=administrator, email=email)
        person.connect(account)
        person.hold(RoleKind.ADMINISTRATOR, starts_on=clock.today(), by=person)
        events.record(municipality, "municipality.founded", by=person, number=official.number)
    return municipality
