"""The main tasks of an introduction as somebody does them in a browser, and what is refused without losing what was typed."""

import datetime as dt
import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bedre.board.models import Meeting
from bedre.files.models import Upload
from bedre.kernel.tenancy import active
from bedre.method import catalog
from bedre.method.models import MethodVersion
from bedre.rollout.models import (
    Briefing,
    CoachTraining,
    Introduction,
    Wave,
)

TODAY = dt.date(2015, 6, 15)
UNIT = "/harstad/hjemmetjenesten-2/innforing"


def test_the_coordinator_plans_a_wave_and_the_leader_group_decides(cast, client_as):
    coordinator = client_as("coordinator")
    answer = coordinator.post(
        "/harstad/innforing/pulje/ny", {"name": "Pilotene", "starts_on": "2015-01-12", "report_due": "2015-06-30"}
    )
    units = {"units": [str(cast.unit.pk), str(cast.nav.pk)], "course_week": "2015-W07", "coach": str(cast.coach.pk)}
    wave_url = coordinator.post(answer.url, units).url
    page = coordinator.get(wave_url).content.decode()
    assert "Hjemmetjenesten 2" in page and "NAV flyktningetjenesten" in page
    assert client_as("director").post(f"{wave_url}/vedtak").status_code == 302
    with active(cast.municipality):
        days = Introduction.objects.get(unit=cast.unit).course_days.all()
        assert [day.on.isocalendar()[1] for day in days] == [7, 7, 8, 8]
        assert Wave.objects.get().state == "decided"


def test_a_wave_with_dates_out_of_order_keeps_what_was_typed(cast, client_as):
    answer = client_as("coordinator").post(
        "/harstad/innforing/pulje/ny", {"name": "Čáhci 🌊", "starts_on": "2015-06-12", "report_due": "2015-01-30"}
    )
    assert answer.status_code == 422 and "Čáhci 🌊" in answer.content.decode()


@pytest.mark.parametrize("name", ["", "x" * 100_000])
def test_a_name_that_is_empty_or_far_too_long_is_refused(cast, client_as, name):
    answer = client_as("coordinator").post(
        "/harstad/innforing/pulje/ny", {"name": name, "starts_on": "2015-01-12", "report_due": "2015-06-30"}
    )
    assert answer.status_code == 422


def test_week_53_is_a_week_only_in_years_that_have_it(stage, client_as):
    url = f"/harstad/innforing/pulje/{stage.wave.pk}/enheter"
    units = {"units": [str(stage.other_unit.pk)], "coach": ""}
    assert client_as("coordinator").post(url, {**units, "course_week": "2014-W53"}).status_code == 422
    assert client_as("coordinator").post(url, {**units, "course_week": "2015-W53"}).status_code == 302


def test_a_step_on_the_17th_of_may_is_warned_about_and_a_second_press_overrules(stage, client_as):
    client, url = client_as("coordinator"), f"{UNIT}/steg/guidance"
    typed = {"first_on": "2016-05-17", "last_on": "2016-05-20", "responsible": "", "note": ""}
    assert client.post(url, typed).status_code == 422
    assert client.post(url, {**typed, "confirm": "on"}).status_code == 302


def test_a_number_that_looks_like_a_national_identity_is_warned_about(stage, client_as):
    client, url = client_as("coach"), f"{UNIT}/kursdag/4"
    typed = {"on": "2015-02-19", "homework_state": "none", "notes": "Ring 01018012345", "version": "1"}
    answer = client.post(url, typed)
    assert answer.status_code == 422 and "01018012345" in answer.content.decode()
    assert client.post(url, {**typed, "confirm": "on"}).status_code == 302


def test_moving_a_step_is_shown_before_it_is_done(stage, client_as):
    client = client_as("coordinator")
    with active(stage.municipality):
        introduction = Introduction.objects.get(unit=stage.unit)
        first_on = introduction.steps.get(kind="guidance").first_on
    to = first_on + dt.timedelta(days=14)
    page = client.get(f"{UNIT}/steg/guidance/flytt?to={to}")
    assert page.status_code == 200
    answer = client.post(f"{UNIT}/steg/guidance/flytt", {"to": to, "version": introduction.version, "reach": "following"})
    assert answer.status_code == 302
    stale = client.post(f"{UNIT}/steg/guidance/flytt", {"to": first_on, "version": introduction.version, "reach": "alone"})
    assert stale.status_code == 409


def test_a_move_can_be_undone_from_the_toast(stage, client_as):
    client = client_as("coordinator")
    with active(stage.municipality):
        first_on = Introduction.objects.get(unit=stage.unit).steps.get(kind="guidance").first_on
    to = first_on + dt.timedelta(days=14)
    page = client.post(f"{UNIT}/steg/guidance/flytt", {"to": to, "reach": "following"}, follow=True).content.decode()
    [undo] = set(re.findall(rf"{UNIT}/steg/guidance/flytt-tilbake/\d+", page))
    assert client_as("leader").post(undo).status_code == 403
    assert client.post(undo).status_code == 302
    with active(stage.municipality):
        assert Introduction.objects.get(unit=stage.unit).steps.get(kind="guidance").first_on == first_on


def test_the_last_course_day_makes_the_unit_trained(stage, client_as):
    assert client_as("leader").post(f"{UNIT}/kursdag/4/holdt", {"on": "2015-02-19", "attendance": 20}).status_code == 302
    again = client_as("leader").post(f"{UNIT}/kursdag/4/holdt", {"on": "2015-02-19", "attendance": 20})
    assert again.status_code == 409


def test_a_visit_is_written_down_with_the_next_one(stage, client_as):
    with active(stage.municipality):
        visit = Introduction.objects.get(unit=stage.unit).visits.last()
    typed = {"on": "2015-06-15", "seen": "Møtet tok 14 minutter", "next_step": "", "next_on": "2015-06-29", "version": "1"}
    assert client_as("coach").post(f"{UNIT}/besok/{visit.pk}", typed).status_code == 302
    with active(stage.municipality):
        assert [str(v.on) for v in visit.introduction.visits.all()] == ["2015-03-04", "2015-06-17", "2015-06-29"]


def test_two_who_write_the_project_plan_lose_nothing(stage, client_as):
    typed = {"count": "4", "why": "Mer tid", "goal_0": "Ro ved middag", "goal_1": "Færre turer", "version": "2"}
    assert client_as("leader").post(f"{UNIT}/plan/skriv", typed).status_code == 302
    late = client_as("team").post(f"{UNIT}/plan/skriv", {**typed, "goal_1": "Trygg medisin"})
    page = late.content.decode()
    assert late.status_code == 409 and "Trygg medisin" in page and "Færre turer" in page
    assert 'name="version" value="3"' in page


def test_the_same_form_sent_twice_happens_once(stage, client_as):
    client = client_as("coordinator")
    key = {"submission": "0190a6b0-0000-7000-8000-000000000001"}
    typed = {"audience": "staff", "name": "Alle", "on": "2015-06-22", **key}
    first, second = (client.post("/harstad/innforing/orienteringer/ny", typed) for _ in range(2))
    assert first.url == second.url
    with active(stage.municipality):
        assert Briefing.objects.filter(name="Alle").count() == 1


def test_an_agreement_lets_an_adviser_into_its_units(stage, client_as):
    client = client_as("coordinator")
    typed = {
        "title": "Med Vestvågøy",
        "new_partners": "Vestvågøy kommune\nNord universitet",
        "starts_on": "2015-06-01",
        "units": [str(stage.nav.pk)],
    }
    url = client.post("/harstad/avtaler/ny", typed).url
    assert client.post(f"{url}/radgiver", {"name": "Rådgiver", "email": "r@example.org"}).status_code == 302
    page = client.get(url).content.decode()
    assert (
        "Vestvågøy kommune" in page and "Nord universitet" in page and "Rådgiver" in page and "NAV flyktningetjenesten" in page
    )


def test_a_coach_is_not_approved_by_the_coach(stage, client_as):
    with active(stage.municipality):
        training = CoachTraining.objects.get(introduction__unit=stage.unit)
    url = f"{UNIT}/opplaring/{training.pk}"
    assert client_as("coordinator").post(f"{url}/guidance/alone").status_code == 302
    assert client_as("coach").post(f"{url}/godkjenn").status_code == 403
    assert client_as("coordinator").post(f"{url}/godkjenn").status_code == 302
    assert client_as("coordinator").post(f"{url}/guidance/flying").status_code == 404


def test_a_file_is_kept_with_the_course_day_and_opened_by_those_who_see_it(stage, client_as, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile("Dagsplan.pdf", b"%PDF-1.4 dagsplan")
    assert client_as("coach").post(f"{UNIT}/kursdag/1/fil", {"file": file}).status_code == 302
    with active(stage.municipality):
        upload = Upload.objects.get()
    assert "Dagsplan.pdf" in client_as("employee").get(f"{UNIT}/kursdag/1").content.decode()
    assert client_as("employee").get(f"/harstad/fil/{upload.pk}/").status_code == 200
    assert client_as("politician").get(f"/harstad/fil/{upload.pk}/").status_code == 404
    wrong = SimpleUploadedFile("bilde.exe", b"MZ")
    assert client_as("coach").post(f"{UNIT}/kursdag/1/fil", {"file": wrong}).status_code == 409


def test_the_first_meeting_held_is_the_boards_start(stage):
    with active(stage.municipality):
        meeting = Meeting.plan(unit=stage.unit, on=TODAY, at=dt.time(13, 30), by=stage.leader)
        meeting.start(by=stage.leader)
        meeting.end(by=stage.leader, attendance=9)
        step = Introduction.objects.get(unit=stage.unit).steps.get(kind="board_start")
        assert step.done.on == TODAY


def test_an_introduction_moves_to_the_municipalitys_own_method_on_purpose(stage, client_as):
    client, url = client_as("coordinator"), f"{UNIT}/metode"
    assert client.get(url).status_code == 404, "nothing to move to"
    with active(stage.municipality):
        own = catalog.text(catalog.names()[0]).replace("Veiledning", "Oppfølging")
        version = MethodVersion.keep(own, by=stage.coordinator)
        version.adopt(on=TODAY, by=stage.coordinator)
        introduction = Introduction.objects.get(unit=stage.unit)
        assert introduction.method_version is None
    assert client.get(url).status_code == 200
    assert "Oppfølging" not in client.get(UNIT).content.decode()
    assert client.post(url, {"version": introduction.version}).status_code == 302
    assert "Oppfølging" in client.get(UNIT).content.decode()


@pytest.mark.parametrize("typed", ["2015-W53", "uke 53 2015", "53/2015", "2015-53"])
def test_a_week_is_understood_as_browsers_and_people_write_it(stage, client_as, typed):
    units = {"units": [str(stage.other_unit.pk)], "coach": "", "course_week": typed}
    assert client_as("coordinator").post(f"/harstad/innforing/pulje/{stage.wave.pk}/enheter", units).status_code == 302
    with active(stage.municipality):
        days = Introduction.objects.get(unit=stage.other_unit).course_days.all()
        assert [str(day.on) for day in days] == ["2015-12-29", "2015-12-31", "2016-01-05", "2016-01-07"]


@pytest.mark.parametrize("typed", ["", "snart", "uke 7", "7/2015/3", "2015-W99", "9" * 100_000])
def test_what_is_no_week_is_refused_with_a_sentence(stage, client_as, typed):
    url = f"/harstad/innforing/pulje/{stage.wave.pk}/enheter"
    answer = client_as("coordinator").post(url, {"units": [str(stage.other_unit.pk)], "coach": "", "course_week": typed})
    assert answer.status_code == 422 and f'value="{stage.other_unit.pk}"' in answer.content.decode()


def test_a_course_day_on_a_public_holiday_is_warned_about(stage, client_as):
    client, url = client_as("coach"), f"{UNIT}/kursdag/4"
    typed = {"on": "2015-05-14", "homework_state": "none", "version": "1"}
    answer = client.post(url, typed)
    assert answer.status_code == 422 and "14.5.2015 er en helligdag: Kristi himmelfartsdag" in answer.content.decode()
    assert client.post(url, {**typed, "confirm": "on"}).status_code == 302


def test_a_wave_may_begin_on_the_29th_of_february(cast, client_as):
    typed = {"name": "Skuddår", "starts_on": "2016-02-29", "report_due": "2016-06-30"}
    assert client_as("coordinator").post("/harstad/innforing/pulje/ny", typed).status_code == 302
    answer = client_as("coordinator").post("/harstad/innforing/pulje/ny", {**typed, "starts_on": "2015-02-29"})
    assert answer.status_code == 422 and "Skuddår" in answer.content.decode()


HARD = "Čáhci 🌊 שלום عربى O'Neill «»"


@pytest.mark.parametrize(
    ("page", "typed", "field"),
    [
        ("innforing/orienteringer/ny", {"audience": "staff", "on": "2015-06-22"}, "shown"),
        ("innforing/beslutning/ny", {"title": "Vi velger", "decided_on": "2015-06-15"}, "why"),
        ("hjemmetjenesten-2/innforing/pause", {"on": "2015-06-15"}, "reason"),
        ("hjemmetjenesten-2/innforing/plan/skriv", {"count": "4", "goal_0": "Ro"}, "why"),
        ("studiebesok/nytt", {"direction": "visited_us", "organisation": "Bodø", "contact_on": "2015-06-15"}, "programme"),
        ("avtaler/ny", {"title": "Avtale", "new_partners": "Bodø", "starts_on": "2015-06-15"}, "scope"),
    ],
)
def test_a_text_of_any_script_is_kept_and_one_that_is_too_long_comes_back(stage, client_as, page, typed, field):
    client = client_as("coordinator")
    answer = client.post(f"/harstad/{page}", {**typed, field: HARD + "x" * 100_000})
    assert answer.status_code == 422 and HARD.partition(" O")[0] in answer.content.decode()
    kept = client.post(f"/harstad/{page}", {**typed, field: HARD})
    assert kept.status_code == 302
    assert HARD in unescape(client.get(kept.url).content.decode()) or page.endswith("ny")


def test_a_coachs_training_is_noted_on_the_day_it_was_done(stage, client_as):
    with active(stage.municipality):
        training = CoachTraining.objects.get(introduction__unit=stage.unit)
    url, client = f"{UNIT}/opplaring/{training.pk}/guidance/observed", client_as("coordinator")
    assert client.post(url, {"on": "2015-06-16"}).status_code == 409, "a day to come"
    assert client.post(url, {"on": "i går"}).status_code == 409
    assert client.post(url, {"on": "2015-03-04"}).status_code == 302
    with active(stage.municipality):
        assert [str(note.on) for note in training.notes.all()] == ["2015-03-04"]


def test_the_words_of_the_method_are_those_of_the_introductions_own_version(stage, client_as):
    client = client_as("coordinator")
    with active(stage.municipality):
        own = (
            catalog.text().replace("Hvordan merker vi det?", "Hva skal vi se?").replace("Står på egne bein", "Går av seg selv")
        )
        MethodVersion.keep(own, by=stage.coordinator).adopt(on=TODAY, by=stage.coordinator)
        introduction = Introduction.objects.get(unit=stage.unit)
    plan, overview = f"{UNIT}/plan/skriv", "/harstad/innforing/veileder?alle"
    assert "Hvordan merker vi det?" in client.get(plan).content.decode()
    client.post(f"{UNIT}/metode", {"version": introduction.version})
    assert "Hva skal vi se?" in client.get(plan).content.decode()
    with active(stage.municipality):
        introduction = Introduction.objects.get(unit=stage.unit)
        for step in [step for step in introduction.steps.all() if not step.done]:
            step.finish(by=stage.coordinator, on=TODAY)
    assert "Går av seg selv" in client.get(overview).content.decode()
