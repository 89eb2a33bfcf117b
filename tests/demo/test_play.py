"""The Harstad demonstration: played by the verbs that people use, it comes out at the figures that the pages show."""

import datetime as dt
import re

import pytest

from bedre.board import queries as boards
from bedre.board.models import Improvement, Meeting
from bedre.demo.data import facts, invented
from bedre.demo.play import TODAY
from bedre.gain import queries as gains
from bedre.huddle.models import Minutes
from bedre.kernel.models import Event
from bedre.learning.models import Story
from bedre.learning.queries import counters
from bedre.measure.models import Observation
from bedre.organisation.models import Agreement, Unit
from bedre.people.models import Person
from bedre.report.models import Report
from bedre.rollout.models import CourseDay, Introduction, Wave
from bedre.rollout.queries.figures import coverage

pytestmark = pytest.mark.django_db
HOME_CARE, REFUGEES = facts()["pilots"]["units"]


def test_the_demonstration_comes_out_at_its_figures(demonstration):
    pilots = list(Unit.objects.filter(slug__in=[HOME_CARE, REFUGEES]).values_list("pk", flat=True))
    figures = boards.figures(pilots, dt.date(2015, 1, 1), dt.date(2015, 6, 14))
    sums = gains.sums(None, TODAY)
    hours = [getattr(sums, name).hours_per_week for name in ("identified", "agreed", "realised", "secured")]
    covered = coverage(TODAY)
    assert hours == [31, pytest.approx(21.5), pytest.approx(13.5), 0]
    assert (figures.handed_in, figures.answered, figures.done) == (99, 93, 41)
    assert (figures.meetings_held, figures.meetings_planned, figures.meetings_cancelled) == (27, 32, 5)
    assert (covered.trained, covered.total) == (2, 46)


def test_three_things_wait_for_the_leader_group(demonstration):
    waves = [wave for wave in Wave.objects.all() if wave.state == "proposed"]
    assert [report.kind for report in Report.objects.filter(approved_at=None)] == ["introduction"]
    assert [(wave.name, wave.introductions.count(), bool(wave.note)) for wave in waves] == [("Bølge 2", 5, True)]
    assert [agreement.ends_on for agreement in Agreement.objects.all()] == [dt.date(2015, 8, 1)]


def test_a_published_report_is_there_for_the_politicians(demonstration):
    published = Report.objects.get(published_at__isnull=False)
    assert (published.figures["counts"][0]["value"], published.figures["counts"][0]["of"]) == (2, 46)
    assert published.figures["together"]["realised"] == "0"


def test_six_stories_are_told_of_which_one_did_not_work(demonstration):
    assert sorted(Story.objects.values_list("worked", flat=True)) == [False] + [True] * 5


def test_the_improvement_of_the_morning_meeting_is_a_whole_a3_with_its_measure_and_its_agreement(demonstration):
    card = Improvement.objects.get(title="Morgenmøtet ned fra 25 til 10 minutter")
    empty = [name for name in Improvement.TYPED if not getattr(card, name)]
    values = list(Observation.objects.filter(measure__name="Morgenmøtet").order_by("on").values_list("on", "value"))
    before = [value for on, value in values if on < dt.date(2015, 5, 12)]
    assert empty == ["standard"]
    assert (len(card.cause.splitlines()), card.gains.get().hours) == (5, 5)
    assert (len(values), len(before), values[-1]) == (29, 19, (dt.date(2015, 6, 11), 11))
    assert round(sum(before) / len(before), 1) == pytest.approx(25.5)


def test_visitors_are_counted_as_in_contact_and_as_having_come(demonstration):
    count = counters(TODAY)
    assert (count.in_contact, count.visited) == (3, 1)


def test_every_card_says_more_than_its_title(demonstration):
    assert not Improvement.objects.filter(idea="").exists()


def test_one_unit_that_is_proposed_has_an_empty_board(demonstration):
    unit = Introduction.objects.get(unit__slug="bergsodden-sykehjem").unit
    assert not Improvement.objects.filter(unit=unit).exists()


def test_course_days_hold_topics_homework_and_notes(demonstration):
    held = CourseDay.objects.filter(introduction__unit__slug=HOME_CARE)
    assert [bool(day.topics and day.homework and day.notes) for day in held] == [True] * 4
    assert {day.homework_state for day in held} == {"done"}


def test_the_log_says_who_and_happens_in_its_time(demonstration):
    """Only the first administrator is entered by nobody."""
    nobody = Event.objects.filter(actor=None).values_list("verb", flat=True)
    assert list(nobody) == ["person.added"]
    assert Event.objects.order_by("at").first().at.date() == invented()["set_up_on"]
    assert Event.objects.order_by("at").last().at.date() <= TODAY


def test_what_a_meeting_decides_is_decided_on_a_day_when_one_was_held(demonstration):
    """Said of answers; a card may move on any day."""
    held = {(m.unit.slug, m.on) for m in Meeting.objects.filter(state="held").select_related("unit")}
    answered = [
        (slug, row["t"], row[kind][0])
        for slug, rows in invented()["improvements"].items()
        for row in rows
        for kind in ("take", "decline", "park", "merge")
        if kind in row
    ]
    assert [(title, day) for slug, title, day in answered if (slug, day) not in held] == []
    assert Minutes.objects.count() == 8


def test_no_person_of_the_demonstration_has_a_name():
    """Roles only: a name of two capitalised words would look like a real person's."""
    roles = {row["name"] for row in invented()["persons"]}
    assert not [name for name in roles if sum(word[:1].isupper() for word in name.split()) > 1 and "NAV" not in name]


def test_every_fact_names_its_source_and_what_is_invented_says_so():
    rows = [row for value in facts().values() for row in (value if isinstance(value, list) else [value])]
    text = facts_of("facts.yaml")
    assert [row for row in rows if isinstance(row, dict) and "source" not in row] == []
    assert {row["source"] for row in rows if isinstance(row, dict)} <= set(re.findall(r"(\w+) = ", text))
    assert facts_of("invented.yaml").startswith("# INVENTED.")


def facts_of(name: str) -> str:
    """A file of the demonstration as it is written."""
    from importlib.resources import files

    return files("bedre.demo").joinpath("content", name).read_text(encoding="utf-8")


def test_every_person_of_the_demonstration_is_entered_without_a_password(demonstration):
    accounts = [person.account for person in Person.objects.select_related("account")]
    assert all(account.is_demo and not account.has_usable_password() for account in accounts)
    assert len(accounts) == len(invented()["persons"]) + 1


def test_the_sign_in_page_says_what_the_demonstrations_units_have_freed(demonstration, client, settings):
    settings.DEMO = True
    page = client.get("/konto/logg-inn/").content.decode()
    assert "13,5<small>" in page
    settings.DEMO = False
    assert "13,5<small>" not in client.get("/konto/logg-inn/").content.decode()
