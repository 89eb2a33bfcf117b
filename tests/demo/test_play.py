"""The Harstad demonstration: played by the verbs that people use, it comes out at the figures that the pages show."""

import datetime as dt

import pytest

from bedre.board import queries as boards
from bedre.demo.data import facts, invented
from bedre.demo.play import TODAY, play
from bedre.gain import queries as gains
from bedre.kernel import clock
from bedre.kernel.tenancy import active
from bedre.organisation.models import Unit
from bedre.people.models import Person
from bedre.rollout.queries.figures import coverage


def test_the_demonstration_comes_out_at_its_figures(db):
    harstad = play()
    with active(harstad), clock.at(TODAY):
        pilots = list(Unit.objects.filter(slug__in=facts()["pilots"]["units"]).values_list("pk", flat=True))
        figures = boards.figures(pilots, dt.date(2015, 1, 1), dt.date(2015, 6, 14))
        sums = gains.sums(None, TODAY)
        hours = [getattr(sums, name).hours_per_week for name in ("identified", "agreed", "realised", "secured")]
        covered = coverage(TODAY)
    assert hours == [31, pytest.approx(21.5), pytest.approx(13.5), 0]
    assert (figures.handed_in, figures.answered, figures.done) == (99, 93, 41)
    assert (figures.meetings_held, figures.meetings_planned, figures.meetings_cancelled) == (27, 32, 5)
    assert (covered.trained, covered.total) == (2, 46)


def test_no_person_of_the_demonstration_has_a_name():
    """Roles only: a name of two capitalised words would look like a real person's."""
    roles = {row["name"] for row in invented()["persons"]}
    assert not [
        name
        for name in roles
        if sum(word[:1].isupper() for word in name.split()) > 1 and "NAV" not in name and "SINTEF" not in name
    ]


def test_every_person_of_the_demonstration_is_entered_without_a_password(db):
    harstad = play(until=dt.date(2014, 12, 31))
    with active(harstad):
        accounts = [person.account for person in Person.objects.select_related("account")]
    assert all(account.is_demo and not account.has_usable_password() for account in accounts)
