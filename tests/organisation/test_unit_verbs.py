"""Units over time: what a change does to yesterday, and what can never be."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedre.kernel.errors import DomainError
from bedre.organisation.addresses import as_slug, free_prefix, free_slug, reserved
from bedre.organisation.models import Municipality, MunicipalityNumber, Unit
from bedre.organisation.tree import tree
from tests.cast import TODAY

DAY = dt.timedelta(days=1)


def test_a_unit_gets_an_address_and_letters_from_its_name(harstad):
    unit = Unit.make(name="Sør-Varanger Ungdomsskole", on=TODAY)
    assert (unit.slug, unit.prefix) == ("sor-varanger-ungdomsskole", "SVU")
    assert Unit.make(name="Sør-Varanger ungdomsskole!", on=TODAY).slug == "sor-varanger-ungdomsskole-2"


@pytest.mark.parametrize("slug", ["enheter", "folk", "innstillinger", "import", "farge.css", "ny"])
def test_a_unit_can_never_hide_a_page(harstad, slug):
    assert slug in reserved()
    if "." not in slug:
        with pytest.raises(DomainError, match="hører til en side"):
            Unit.make(name="X", slug=slug, on=TODAY)


def test_every_first_word_of_a_page_is_reserved():
    assert {"enheter", "folk", "import", "min-profil", "mine-data", "sladd", "invitasjon"} <= reserved()


@given(st.text(min_size=1, max_size=60))
def test_any_name_gives_an_address_and_letters_that_fit(name):
    slug, prefix = free_slug(name, {as_slug(name)}), free_prefix(name, set())
    assert slug and slug != as_slug(name) and slug not in reserved() and slug == slug.lower()
    assert 1 <= len(prefix) <= 4 and prefix.isalnum()


def test_a_merge_into_its_own_child_is_refused(harstad):
    with pytest.raises(DomainError, match="slås sammen"):
        harstad.area.close(on=TODAY, into=harstad.unit)


def test_no_loop_comes_about_by_an_earlier_date_either(harstad):
    a, b = (Unit.make(name=name, on=TODAY) for name in "AB")
    a.state(on=TODAY + 10 * DAY, parent=b)
    with pytest.raises(DomainError, match="under seg selv"):
        b.state(on=TODAY + DAY, parent=a)
    assert {node.name for node in tree(TODAY + 20 * DAY)} >= {"A", "B"}


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 4), st.integers(0, 6)), max_size=8))
def test_whatever_is_moved_when_every_unit_stays_in_the_tree_on_every_date(harstad, moves):
    from django.db import transaction

    try:
        with transaction.atomic():
            units = [Unit.make(name=f"U{n}", on=TODAY) for n in range(5)]
            for which, under, days in moves:
                with contextlib.suppress(DomainError):
                    units[which].state(on=TODAY + days * DAY, parent=units[under] if under >= 0 else None)
            for days in range(8):
                assert {unit.pk for unit in units} <= {node.id for node in tree(TODAY + days * DAY)}
            raise InterruptedError
    except InterruptedError:
        pass


def test_people_follow_their_unit_into_another_and_its_leader_comes_as_employee(harstad):
    harstad.unit.close(on=TODAY + DAY, into=harstad.other_unit)
    held = {(role.kind, role.unit_id) for role in harstad.leader.roles.all() if role.in_force(TODAY + DAY)}
    assert held == {("employee", harstad.other_unit.pk)}
    assert {role.kind for role in harstad.union_rep.roles.all() if role.in_force(TODAY + DAY)} == {"union_rep"}
    assert {role.unit_id for role in harstad.leader.roles.all() if role.in_force(TODAY)} == {harstad.unit.pk}


def test_the_smallest_group_is_raised_but_never_lowered(harstad):
    harstad.municipality.write(by=None, smallest_group=8)
    with pytest.raises(DomainError, match="ikke ned"):
        harstad.municipality.write(by=None, smallest_group=7)
    assert Municipality.objects.get(pk=harstad.municipality.pk).smallest_group == 8


def test_a_new_number_leaves_the_old_one_where_it_was(harstad):
    harstad.municipality.state(MunicipalityNumber, by=None, number="5402", valid_from=dt.date(2020, 1, 1))
    harstad.municipality.state(MunicipalityNumber, by=None, number="5403", valid_from=dt.date(2020, 1, 1))
    assert list(MunicipalityNumber.objects.values_list("number", flat=True)) == ["1903", "5403"]
