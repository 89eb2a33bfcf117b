"""Each main task with the keyboard alone, and what is said aloud on the way."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .keys import press, tab_to, write

UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"


def hand_in(page: Page, address: str, title: str) -> None:
    """An idea of one's own, with keys."""
    page.goto(f"{address}{UNIT}/tavle/nytt/")
    write(page, page.get_by_label(re.compile("bli bedre")), title)
    press(page, page.get_by_role("button", name="Heng opp"))
    expect(page.locator("[data-say]")).to_contain_text("Takk!")


def card(page: Page, title: str):
    """The link on a card."""
    return page.locator(".bd-card").get_by_role("link", name=title)


def test_one_signs_in(demo, page):
    page.goto(f"{demo.address}/konto/logg-inn/")
    press(page, page.get_by_role("button", name="Enhetsleder").first)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "/harstad/" in page.url


def test_the_first_stop_skips_to_the_content(demo, enter):
    page = enter("Enhetsleder")
    page.goto(f"{demo.address}{UNIT}/tavle/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_an_idea_is_handed_in_and_thanked_for_aloud(demo, enter):
    page = enter("Ansatt")
    hand_in(page, demo.address, "Heng opp en lampe")
    expect(card(page, "Heng opp en lampe")).to_be_visible()


def test_an_idea_gets_a_no_with_a_reason(demo, enter):
    page = enter("Enhetsleder")
    hand_in(page, demo.address, "Kjøp et svømmebasseng")
    press(page, card(page, "Kjøp et svømmebasseng"))
    press(page, page.locator("summary", has_text="Si nei, med en grunn"))
    write(page, page.get_by_label("Vi sier nei fordi"), "Det er ikke plass.")
    press(page, page.get_by_role("button", name="Si nei", exact=True))
    expect(page.locator("[data-say]")).to_contain_text("får lese grunnen")
    expect(page.get_by_text("Fikk nei").first).to_be_visible()


def test_a_card_is_carried_to_the_next_column_and_every_step_is_said(demo, enter):
    page = enter("Enhetsleder")
    hand_in(page, demo.address, "Bær meg")
    tab_to(page, card(page, "Bær meg"))
    said = page.locator("[data-say]")
    page.keyboard.press("Space")
    expect(said).to_contain_text("Du holder Bær meg")
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text(re.compile("^Bær meg: "))
    page.keyboard.press("Space")
    expect(page.locator("[data-rail=dotted]").get_by_role("link", name="Bær meg")).to_have_count(0)
    expect(said).to_contain_text("er flyttet til")
    expect(card(page, "Bær meg")).to_be_focused()


def test_a_card_that_is_put_back_hangs_where_it_hung(demo, enter):
    page = enter("Enhetsleder")
    hand_in(page, demo.address, "Legg meg tilbake")
    tab_to(page, card(page, "Legg meg tilbake"))
    for key in ("Space", "ArrowRight", "Escape"):
        page.keyboard.press(key)
    expect(page.locator("[data-say]")).to_contain_text("Legg meg tilbake henger der")
    expect(page.locator("[data-rail=dotted]").get_by_role("link", name="Legg meg tilbake")).to_be_focused()


def test_a_card_is_moved_by_its_menu(demo, enter):
    page = enter("Enhetsleder")
    hand_in(page, demo.address, "Flytt meg med menyen")
    hung = page.locator(".bd-card", has_text="Flytt meg med menyen")
    press(page, hung.locator("summary"))
    press(page, hung.get_by_role("button").first)
    expect(page.locator("[data-say]")).to_contain_text("er flyttet til")
    expect(card(page, "Flytt meg med menyen")).to_be_focused()


def test_a_menu_closes_with_escape_and_gives_the_focus_back(demo, enter):
    page = enter("Enhetsleder")
    opener = page.locator("header summary")
    press(page, opener)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(page.locator("header details")).not_to_have_attribute("open", re.compile(".*"))
