"""What somebody has typed survives the back button, and a tab that was signed out meanwhile."""

from __future__ import annotations

import re

from playwright.sync_api import Dialog, Page, expect

BOARD = "/harstad/omsorg-sor-hjemmetjenesten-2/tavle/"
TITLE = "Hva kan bli bedre?"


def opened(page: Page, path: str) -> Page:
    page.goto(page.url.split("/harstad/")[0] + path)
    return page


def test_leaving_asks_first_and_the_back_button_brings_back_what_was_typed(enter):
    page = opened(enter("Ansatt"), BOARD + "nytt/")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.get_by_label(TITLE).press_sequentially("Halvskrevet forslag")
    page.get_by_role("link", name="Enheter").click()
    expect(page).to_have_url(re.compile("/enheter/"))
    assert asked == ["beforeunload"]
    page.go_back()
    expect(page.get_by_label(TITLE)).to_have_value("Halvskrevet forslag")


def test_a_tab_signed_out_elsewhere_sends_what_was_typed_after_signing_in_again(enter):
    tab = opened(enter("Ansatt"), BOARD + "nytt/")
    tab.get_by_label(TITLE).fill("Skrevet før jeg ble logget ut")
    other = tab.context.new_page()
    other.goto(tab.url.split("/harstad/")[0] + "/konto/logg-ut/")
    other.get_by_role("main").get_by_role("button", name="Logg ut").click()
    expect(other.get_by_text("Du er logget ut.")).to_be_visible()
    tab.get_by_role("button", name="Heng opp").click()
    expect(tab.get_by_role("heading", name="Du ble logget ut")).to_be_visible()
    expect(tab.get_by_role("main").get_by_text("Skrevet før jeg ble logget ut").locator("visible=true")).to_have_count(1)
    other.goto(tab.url.split("/harstad/")[0] + "/konto/logg-inn/")
    other.get_by_role("button", name="Ansatt", exact=False).first.click()
    expect(other).to_have_url(re.compile("/harstad/"))
    tab.get_by_role("button", name="Send igjen").click()
    expect(tab.get_by_role("heading", name="Du har logget inn på nytt")).to_be_visible()
    tab.get_by_role("button", name="Send igjen").click()
    expect(tab.get_by_role("link", name="Skrevet før jeg ble logget ut")).to_be_visible()
