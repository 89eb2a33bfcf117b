"""Two counters that must not be mixed: organisations in contact, and organisations that visited. Plain functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """One organisation's row: when in contact, when visited (None: not yet)."""

    organisation: str
    contact_on: dt.date
    visited_on: dt.date | None = None


@dataclass(frozen=True)
class Counters:
    """How many different organisations were in contact with us, and how many of them visited, by a date."""

    in_contact: int
    visited: int
    as_of: dt.date


def counters(rows: Iterable[Contact], as_of: dt.date) -> Counters:
    """Count organisations, not visits: the same one twice is one. A visit is also a contact.

    Vestre Toten had 112 municipalities in contact (end of 2018); more than 70 had visited (February 2017): two different figures.
    """
    known = [row for row in rows if row.contact_on <= as_of]
    came = {_same(row.organisation) for row in known if row.visited_on is not None and row.visited_on <= as_of}
    return Counters(len({_same(row.organisation) for row in known}), len(came), as_of)


def _same(organisation: str) -> str:
    return " ".join(organisation.casefold().removesuffix(" kommune").split())
