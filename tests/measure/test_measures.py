"""Goals, measures and values."""

import datetime as dt
import uuid
from decimal import Decimal as D

import pytest

from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.measure.models import Goal, Measure, Observation
from bedre.measure.queries import strip

TODAY = dt.date(2015, 6, 15)
UNIT = "/harstad/hjemmetjenesten-2/mal/"


def morning_meeting(cast) -> Measure:
    goal = Goal.state(unit=cast.unit, title="Mer tid sammen med brukerne", by=cast.leader)
    return Measure.add(goal, by=cast.leader, name="Morgenmøtet", unit_of_measure="min", direction="less", target=D(10))


def test_a_correction_keeps_the_old_value(harstad):
    measure = morning_meeting(harstad)
    measure.enter(on=TODAY, value=D(25), by=harstad.employee)
    measure.enter(on=TODAY, value=D("24.5"), by=harstad.employee)
    assert [row.value for row in strip(harstad.unit.pk)[0].values] == [D("24.5")]
    assert Observation.objects.count() == 2


def test_a_value_of_tomorrow_is_refused(harstad):
    with pytest.raises(DomainError):
        morning_meeting(harstad).enter(on=TODAY + dt.timedelta(1), value=D(1), by=harstad.employee)


def test_the_same_goal_is_stated_once(harstad):
    assert Goal.state(unit=harstad.unit, title="A", by=None).pk == Goal.state(unit=harstad.unit, title=" A ", by=None).pk


def test_a_value_that_should_have_come_is_missing(harstad):
    measure = morning_meeting(harstad)
    measure.enter(on=TODAY - dt.timedelta(11), value=D(1), by=harstad.employee)
    assert strip(harstad.unit.pk)[0].missing


def test_a_value_is_entered_on_the_page_with_a_comma(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        measure = morning_meeting(cast)
    client = client_as("employee")
    page = f"{UNIT}{measure.pk}/"
    assert client.post(page, {"value": "24,5", "on": "2015-06-08", "submission": str(uuid.uuid4())}).status_code == 302
    assert client.post(page, {"value": "11", "on": "2015-06-15"}).status_code == 302
    assert "Fra 24,5 til 11 min." in client.get(page).content.decode()


@pytest.mark.parametrize("value", ["", "mye", "9999999999999999"])
def test_what_is_no_value_comes_back_with_a_sentence(cast, client_as, value):
    with active(cast.municipality), clock.at(TODAY):
        measure = morning_meeting(cast)
    assert client_as("employee").post(f"{UNIT}{measure.pk}/", {"value": value, "on": "2015-06-08"}).status_code == 422
