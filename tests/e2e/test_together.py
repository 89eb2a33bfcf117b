"""Two people on the same card or plan: the second is told what changed, and neither loses what was typed. A double click makes one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

BOARD = "/harstad/omsorg-sor-hjemmetjenesten-2/tavle/"
COURSE_DAY = "/harstad/omsorg-sor-hjemmetjenesten-2/innforing/kursdag/4"
PLAN = "/harstad/omsorg-sor-hjemmetjenesten-2/innforing/plan/skriv"
OVERTAKEN = "Noen andre endret dette mens du skrev."


@pytest.fixture
def two(enter: Callable[..., Page]) -> tuple[Page, Page]:
    """The unit's leader and the coach, each in a window of their own."""
    return enter("Enhetsleder"), enter("Leanveileder 1")


def hang_up(page: Page, title: str) -> str:
    """Hand in an idea and return the address of its card."""
    page.goto(page.url.split("/harstad/")[0] + BOARD + "nytt/")
    page.get_by_label("Hva kan bli bedre?").fill(title)
    page.get_by_role("button", name="Heng opp").click()
    page.get_by_role("link", name=title).click()
    page.wait_for_url("**/tavle/*/")
    return page.url


def opened(page: Page, path: str) -> Page:
    page.goto(path if path.startswith("http") else page.url.split("/harstad/")[0] + path)
    return page


def save(page: Page, button: str = "Lagre") -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def test_the_second_on_a_card_is_told_and_both_texts_stay(enter):
    first, second = enter("Enhetsleder"), enter("Ansatt")
    card = hang_up(first, "To som skriver på det samme kortet")
    for page in (first, second):
        opened(page, f"{card}?endre")
    first.get_by_label("Problemet").fill("Leder skrev problemet.")
    first.get_by_label("Forslaget").fill("Leder foreslo dette.")
    save(first)
    second.get_by_label("Forslaget").fill("Ansatt foreslo noe annet.")
    save(second)
    told = second.get_by_role("alert")
    expect(told).to_contain_text(OVERTAKEN)
    expect(told).to_contain_text("Leder skrev problemet.")
    expect(told).to_contain_text("Leder foreslo dette.")
    expect(second.get_by_label("Forslaget")).to_have_value("Ansatt foreslo noe annet.")
    save(second)
    expect(second.get_by_text("Ansatt foreslo noe annet.")).to_be_visible()
    expect(second.get_by_text("Leder skrev problemet.")).to_be_visible()


def test_the_second_on_a_course_day_undoes_nothing_of_the_first(two):
    first, second = (opened(page, COURSE_DAY) for page in two)
    first.get_by_label("Notater").fill("Lederens notat.")
    save(first)
    second.get_by_label("Sted").fill("Kantina")
    save(second)
    expect(second.get_by_role("alert")).to_contain_text("Lederens notat.")
    expect(second.get_by_label("Sted")).to_have_value("Kantina")
    save(second)
    opened(first, COURSE_DAY)
    assert [first.get_by_label(label).input_value() for label in ("Notater", "Sted")] == ["Lederens notat.", "Kantina"]


def test_the_second_on_the_project_plan_is_told_and_keeps_the_text(two):
    first, second = (opened(page, PLAN) for page in two)
    why = "Hvorfor begynner vi, og hva skal bli bedre?"
    first.get_by_label(why).fill("Lederens grunn.")
    save(first, "Lagre som ny versjon")
    second.get_by_label(why).fill("Veilederens grunn.")
    save(second, "Lagre som ny versjon")
    expect(second.get_by_role("alert")).to_contain_text("Lederens grunn.")
    expect(second.get_by_label(why)).to_have_value("Veilederens grunn.")
    save(second, "Lagre som ny versjon")
    expect(second.get_by_text("Veilederens grunn.")).to_be_visible()


def test_a_double_click_hands_in_one_idea(enter):
    page = opened(enter("Ansatt"), BOARD + "nytt/")
    page.get_by_label("Hva kan bli bedre?").fill("Klikket to ganger")
    page.get_by_role("button", name="Heng opp").dblclick()
    expect(page.get_by_role("link", name="Klikket to ganger")).to_have_count(1)
    opened(page, BOARD + "arkiv/?ord=Klikket+to+ganger")
    expect(page.get_by_role("link", name="Klikket to ganger")).to_have_count(1)


def test_going_back_to_a_form_that_was_sent_finds_it_empty(enter):
    page = opened(enter("Ansatt"), BOARD + "nytt/")
    page.get_by_label("Hva kan bli bedre?").fill("Tilbake etter å ha sendt")
    page.get_by_role("button", name="Heng opp").click()
    expect(page.get_by_role("link", name="Tilbake etter å ha sendt")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Hva kan bli bedre?")).to_have_value("")
