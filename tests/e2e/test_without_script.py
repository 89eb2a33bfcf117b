"""A browser without scripts, and one where they did not load: read, hand in, answer, move, comment, and hold the meeting."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"


@pytest.fixture
def leader(demo, enter) -> Page:
    """The leader at the board, without a script."""
    page = enter("Enhetsleder", java_script_enabled=False)
    page.goto(f"{demo.address}{UNIT}/tavle/")
    return page


def hand_in(page: Page, title: str) -> None:
    """From the board, and back to it."""
    page.get_by_role("link", name="Nytt forslag").first.click()
    page.get_by_label("Hva kan bli bedre?").fill(title)
    page.get_by_role("button", name="Heng opp").click()
    expect(page.get_by_role("status").filter(has_text="Takk!")).to_be_visible()


def test_board_and_card_are_read(leader):
    expect(leader.locator(".bd-col")).not_to_have_count(0)
    title = str(leader.locator(".bd-card h3").first.text_content())
    leader.get_by_role("link", name=title).first.click()
    expect(leader.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_an_idea_is_handed_in_and_answered(leader):
    hand_in(leader, "En krok til kosten")
    leader.get_by_role("link", name="En krok til kosten").click()
    leader.get_by_role("button", name="Ta inn").click()
    expect(leader.get_by_role("status").filter(has_text="Tatt inn")).to_be_visible()


def test_an_idea_gets_a_no_with_a_reason(leader):
    hand_in(leader, "Mal alt rosa")
    leader.get_by_role("link", name="Mal alt rosa").click()
    leader.get_by_text("Si nei, med en grunn").click()
    leader.get_by_role("button", name="Si nei", exact=True).click()
    expect(leader.locator(".ds-error-summary")).to_be_visible()
    leader.get_by_label("Vi sier nei fordi").fill("Vi har nettopp malt.")
    leader.get_by_role("button", name="Si nei", exact=True).click()
    expect(leader.get_by_text("Vi har nettopp malt.").first).to_be_visible()


def test_a_card_is_moved_by_its_menu(leader):
    hand_in(leader, "Flytt meg uten skript")
    card = leader.locator(".bd-card", has_text="Flytt meg uten skript")
    card.locator("summary").click()
    card.get_by_role("button").first.click()
    expect(leader.get_by_role("status").filter(has_text="er flyttet til")).to_be_visible()
    expect(leader.locator("[data-rail=dotted]").get_by_role("link", name="Flytt meg uten skript")).to_have_count(0)


def test_a_comment_is_written(leader):
    leader.locator(".bd-card h3 a").first.click()
    leader.get_by_label("Skriv en kommentar").fill("Dette prøver vi på mandag.")
    leader.get_by_role("button", name="Kommenter").click()
    expect(leader.get_by_text("Dette prøver vi på mandag.")).to_be_visible()


def test_the_meeting_is_held(demo, leader):
    leader.goto(f"{demo.address}{UNIT}/mote/forbered/")
    leader.get_by_role("button", name="Start møtet").click()
    now = leader.locator(".bd-agenda [aria-current=step]")
    leader.get_by_role("button", name="Oppfølging").click()
    expect(now).to_contain_text("Oppfølging")
    leader.get_by_role("button", name="Nye forslag").click()
    expect(now).to_contain_text("Nye forslag")
    leader.locator("summary", has_text="Si nei").click()
    expect(leader.get_by_label("Vi sier nei fordi")).to_be_visible()
    leader.get_by_role("button", name="Avslutt møtet").click()
    expect(leader.get_by_role("heading", name="Tid brukt")).to_be_visible()
