"""A gain from found to lasting, by its verbs and on its pages."""

import datetime as dt
import uuid
from decimal import Decimal as D

import pytest

from bedre.gain import queries, sums
from bedre.gain.fte import Factor
from bedre.gain.models import Arithmetic, Gain, GainAgreement
from bedre.kernel import clock
from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.organisation.models import HoursPerFte

FACTOR = Factor(D(1632), D(46), "shift_35_5")
MARCH, MAY, TODAY = dt.date(2015, 3, 9), dt.date(2015, 5, 4), dt.date(2015, 6, 15)
UNIT = "/harstad/hjemmetjenesten-2/gevinster/"


def identify(cast, **more) -> Gain:
    given = {
        "name": "Morgenmøtet",
        "arithmetic": Arithmetic.WEEKLY,
        "minutes": D(15),
        "people": 4,
        "times": D(5),
        "on": MARCH,
        **more,
    }
    return Gain.identify(unit=cast.unit, by=cast.leader, factor=FACTOR, **given)


def agree(cast, on=MAY, **more) -> GainAgreement:
    return GainAgreement.make(
        unit=cast.unit,
        by=cast.leader,
        purpose="Turer sammen med brukerne",
        for_whom="Brukerne",
        staff="Tillitsvalgt",
        agreed_on=on,
        **more,
    )


def test_fifteen_minutes_for_four_five_times_a_week_are_five_hours(harstad):
    assert identify(harstad).hours == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": D(0)},
        {"minutes": D(-15)},
        {"minutes": D(600_000)},
        {"people": None},
        {"arithmetic": Arithmetic.HOURS, "hours": D(10_000)},
        {"arithmetic": Arithmetic.HOURS, "hours": D(-1)},
        {"on": dt.date(2015, 6, 16)},
        {"name": "  "},
    ],
)
def test_time_that_cannot_be_is_refused(harstad, wrong):
    with pytest.raises(DomainError):
        identify(harstad, **wrong)
    assert not Gain.objects.exists()


def test_the_factor_is_frozen_on_the_gain(harstad):
    gain = identify(harstad)
    HoursPerFte.objects.update(hours=D(1))
    gain.refresh_from_db()
    assert gain.facts().factor.hours_per_fte == 1632


def test_a_gain_is_not_checked_without_an_agreement(harstad):
    with pytest.raises(DomainError):
        identify(harstad).verify(answer="yes", on=TODAY, by=harstad.leader)


def test_a_check_comes_after_its_agreement(harstad):
    gain = identify(harstad)
    gain.agree(agree(harstad), by=harstad.leader)
    with pytest.raises(DomainError):
        gain.verify(answer="yes", on=MAY - dt.timedelta(1), by=harstad.leader)


def test_agreed_and_checked_time_is_realised(harstad):
    gain = identify(harstad)
    gain.agree(agree(harstad), by=harstad.leader)
    gain.verify(answer="yes", on=TODAY, by=harstad.leader)
    total = queries.sums([harstad.unit.pk], TODAY)
    assert (total.identified.hours_per_week, total.agreed.hours_per_week, total.realised.hours_per_week) == (5, 5, 5)


def test_a_gain_under_an_existing_agreement_starts_as_agreed(harstad):
    gain = identify(harstad, agreement=agree(harstad))
    assert sums.standing(gain.facts(), TODAY).state == "agreed"


def test_another_units_agreement_is_refused(harstad):
    foreign = GainAgreement.make(
        unit=harstad.other_unit, by=harstad.other_leader, purpose="x", for_whom="y", staff="z", agreed_on=MAY
    )
    with pytest.raises(DomainError):
        identify(harstad).agree(foreign, by=harstad.leader)


def test_sums_as_of_an_earlier_date_do_not_move(harstad):
    gain = identify(harstad)
    before = queries.sums(None, dt.date(2015, 4, 1))
    gain.agree(agree(harstad), by=harstad.leader)
    gain.verify(answer="yes", on=TODAY, by=harstad.leader)
    assert queries.sums(None, dt.date(2015, 4, 1)) == before


def test_a_gain_of_a_closed_unit_still_counts(harstad):
    identify(harstad)
    harstad.unit.close(on=dt.date(2015, 6, 1))
    assert queries.sums(None, TODAY).identified.hours_per_week == 5


# pages


def form(**more):
    return {
        "name": "Morgenmøtet",
        "arithmetic": "weekly",
        "minutes": "15",
        "people": "4",
        "times": "5",
        "on": "2015-06-01",
        "submission": str(uuid.uuid4()),
        **more,
    }


def test_a_gain_goes_from_found_to_realised_on_its_pages(cast, client_as):
    leader = client_as("leader")
    page = leader.post(f"{UNIT}ny/", form()).url
    key = page.rstrip("/").rsplit("/", 1)[1]
    agreement = {"purpose": "Turer", "for_whom": "Brukerne", "staff": "Tillitsvalgt", "agreed_on": "2015-06-08"}
    assert leader.post(f"{UNIT}avtal/?gevinst={key}", agreement).status_code == 302
    assert leader.post(f"{page}sjekk/", {"answer": "yes", "hours": "4,5", "on": "2015-06-15"}).status_code == 302
    assert "4,5" in leader.get(page).content.decode()
    with active(cast.municipality), clock.at(TODAY):
        assert queries.sums(None, TODAY).realised.hours_per_week == D("4.5")


@pytest.mark.parametrize(
    "wrong", [{"minutes": "0"}, {"minutes": "-5"}, {"minutes": "mye"}, {"arithmetic": "hours", "hours": "10000"}]
)
def test_a_wrong_number_comes_back_with_a_sentence_and_everything_typed(cast, client_as, wrong):
    response = client_as("leader").post(f"{UNIT}ny/", form(name="Morgenmøtet 🌻", **wrong))
    assert response.status_code == 422 and "Morgenmøtet 🌻" in response.content.decode()


def test_another_municipalitys_gain_is_not_there(cast, client_as):
    with active(cast.municipality), clock.at(TODAY):
        key = identify(cast).pk
    assert client_as("stranger").get(f"/vestvagoy/gevinster/{key}/").status_code == 404


def test_only_the_numbers_of_the_chosen_way_are_asked_for_and_kept(cast, client_as):
    leader = client_as("leader")
    missing = leader.post(f"{UNIT}ny/", form(arithmetic="hours", hours=""))
    assert (missing.status_code, missing.content.decode().count("Skriv et tall.")) == (422, 2)
    leader.post(f"{UNIT}ny/", form(arithmetic="hours", hours="2,5"))
    with active(cast.municipality):
        gain = Gain.objects.get()
    assert (gain.hours, gain.minutes, gain.people, gain.times) == (D("2.5"), None, None, None)


@pytest.mark.parametrize(
    ("people", "times", "said"),
    [
        (4, "10", "Ført som funnet: 15 minutter × 4 ansatte × 10 ganger i uka = 10 timer i uka."),
        (1, "6", "Ført som funnet: 15 minutter × 1 ansatt × 6 ganger i uka = 1,5 timer i uka."),
    ],
)
def test_the_receipt_of_found_time_says_how_it_was_worked_out(cast, client_as, people, times, said):
    typed = {"name": "Morgenmøtet", "arithmetic": Arithmetic.WEEKLY, "minutes": "15", "people": people, "times": times}
    page = client_as("leader").post(f"{UNIT}ny/", {**typed, "on": "2015-06-08"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == [said]
