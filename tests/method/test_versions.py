"""A municipality adopts a method, makes it its own, and keeps every version."""

import datetime as dt

import pytest

from bedre.kernel.errors import DomainError, StaleError
from bedre.kernel.models import Event
from bedre.kernel.tenancy import active
from bedre.method import catalog, queries
from bedre.method.format import MethodError
from bedre.method.models import MethodVersion

MAY, JUNE = dt.date(2015, 5, 1), dt.date(2015, 6, 1)
TEXT = catalog.text()
OWN = TEXT.replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')


def test_until_one_is_adopted_the_catalogues_method_holds(harstad):
    assert queries.current() == catalog.method()
    assert queries.current_version() is None


def test_a_variant_holds_from_its_date_and_not_before(harstad):
    MethodVersion.keep(TEXT, by=harstad.coordinator).adopt(on=MAY, by=harstad.coordinator)
    MethodVersion.keep(OWN, by=harstad.coordinator).adopt(on=JUNE, by=harstad.coordinator)
    assert queries.current(MAY).meeting.title.nb == "Tavlemøte"
    assert queries.current(JUNE).meeting.title.nb == "Forbedringsmøte"
    assert Event.objects.filter(verb="method.adopted").count() == 2


def test_the_same_text_is_kept_once(harstad):
    one = MethodVersion.keep(TEXT, by=harstad.coordinator)
    assert MethodVersion.keep(TEXT, by=harstad.coordinator).pk == one.pk


def test_a_kept_version_is_never_changed(harstad):
    version = MethodVersion.keep(TEXT, by=harstad.coordinator)
    version.text = OWN
    with pytest.raises(TypeError):
        version.save()


def test_the_same_version_is_not_adopted_twice(harstad):
    version = MethodVersion.keep(TEXT, by=harstad.coordinator)
    version.adopt(on=MAY, by=harstad.coordinator)
    with pytest.raises(DomainError):
        version.adopt(on=JUNE, by=harstad.coordinator)


def test_the_second_who_writes_is_told(harstad):
    MethodVersion.keep(TEXT, by=harstad.coordinator)
    MethodVersion.keep(OWN, by=harstad.director, seen=1)
    with pytest.raises(StaleError):
        MethodVersion.keep(OWN.replace("Tidstyv", "Tidsrøver"), by=harstad.coordinator, seen=1)


def test_a_version_is_own_when_no_such_text_is_published(harstad):
    assert not MethodVersion.keep(TEXT, by=harstad.coordinator).own
    assert MethodVersion.keep(OWN, by=harstad.coordinator).own


def test_what_is_no_method_is_not_kept(harstad):
    with pytest.raises(MethodError):
        MethodVersion.keep(TEXT.replace("steps:", "stegs:"), by=harstad.coordinator)
    assert not MethodVersion.objects.exists()


def test_the_method_that_holds_is_read_in_one_query(harstad, django_assert_num_queries):
    MethodVersion.keep(OWN, by=harstad.coordinator).adopt(on=MAY, by=harstad.coordinator)
    with django_assert_num_queries(1):
        queries.current()


def test_a_kept_version_is_found_again_however_many_follow(harstad):
    first = MethodVersion.keep(OWN, by=harstad.coordinator)
    MethodVersion.keep(TEXT, by=harstad.coordinator)
    assert queries.at(first.pk).meeting.title.nb == "Forbedringsmøte"


def test_versions_are_numbered_in_each_municipality_by_itself(harstad):
    MethodVersion.keep(OWN, by=harstad.coordinator)
    with active(harstad.elsewhere):
        assert MethodVersion.keep(TEXT, by=None).number == 1
        assert queries.versions().count() == 1
