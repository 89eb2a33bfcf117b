"""The meeting, the introduction, the gain and the report with the keyboard alone."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .keys import press, tab_to, write

UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"


def test_a_meeting_is_started_gone_through_and_ended(demo, enter):
    page = enter("Enhetsleder")
    page.goto(f"{demo.address}{UNIT}/mote/forbered/")
    press(page, page.get_by_role("button", name="Start møtet"))
    now = page.locator(".bd-agenda [aria-current=step]")
    expect(now).to_contain_text("Mål og målinger")
    press(page, page.get_by_role("button", name="Neste punkt"))
    expect(now).not_to_contain_text("Mål og målinger")
    press(page, page.get_by_role("button", name="Nye forslag"))
    expect(now).to_contain_text("Nye forslag")
    press(page, page.get_by_role("button", name="Én til"))
    expect(page.get_by_label("Til stede", exact=True)).to_have_value("1")
    press(page, page.get_by_role("button", name="Avslutt møtet"))
    page.wait_for_url("**/moter/*/")
    expect(page.get_by_role("heading", name="Tid brukt")).to_be_visible()


def test_the_meeting_asks_in_a_dialog_that_holds_the_focus_and_gives_it_back(demo, enter):
    page = enter("Enhetsleder")
    page.goto(f"{demo.address}{UNIT}/mote/forbered/")
    press(page, page.get_by_role("button", name="Start møtet"))
    press(page, page.get_by_role("button", name="Nye forslag"))
    opener = page.locator("summary", has_text="Si nei")
    press(page, opener)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_have_accessible_name("Si nei")
    expect(dialog.get_by_label("Vi sier nei fordi")).to_be_focused()
    for _press in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_step_is_ticked_off(demo, enter):
    page = enter("Koordinator")
    page.goto(f"{demo.address}{UNIT}/innforing")
    step = page.get_by_role("link", name=re.compile("^Ferdig: ")).first
    name = str(step.text_content())
    press(page, step)
    press(page, page.locator("main form").get_by_role("button").first)
    page.wait_for_url(f"**{UNIT}/innforing")
    expect(page.get_by_role("link", name=name, exact=True)).to_have_count(0)


def test_time_is_written_down_and_agreed(demo, enter):
    page = enter("Enhetsleder")
    page.goto(f"{demo.address}{UNIT}/gevinster/")
    press(page, page.get_by_role("link", name="Lag en avtale"))
    write(page, page.get_by_label("Hva skal tiden brukes til?"), "Høytlesning")
    write(page, page.get_by_label("For hvem?"), "Brukerne")
    write(page, page.get_by_label("Hvem avtalte for de ansatte?"), "Tillitsvalgt")
    press(page, page.get_by_role("button", name="Skriv ned avtalen"))
    expect(page.get_by_role("rowheader", name="Høytlesning")).to_be_visible()
    press(page, page.get_by_role("link", name="Før opp tid som er funnet"))
    write(page, page.get_by_label("Hva tar mindre tid?"), "Kortere rapport")
    write(page, page.get_by_label("Minutter hver gang"), "10")
    write(page, page.get_by_label("Hvor mange ansatte?"), "12")
    write(page, page.get_by_label("Hvor ofte?"), "5")
    tab_to(page, page.get_by_label("Finnes det en avtale om tiden?"))
    page.keyboard.press("H")
    press(page, page.get_by_role("button", name="Før det opp"))
    expect(page.get_by_role("heading", level=1, name="Kortere rapport")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Høytlesning")


def test_a_report_is_drafted_and_approved(demo, enter):
    writer = enter("Koordinator")
    writer.goto(f"{demo.address}/harstad/rapporter/ny/")
    press(writer, writer.get_by_role("button", name="Lag et utkast"))
    press(writer, writer.get_by_role("button", name="Lagre utkastet"))
    writer.wait_for_url(re.compile(r"/rapporter/[0-9a-f-]{36}/$"))
    director = enter("Rådmannens ledergruppe")
    director.goto(writer.url)
    press(director, director.get_by_role("button", name="Godkjenn og lås tallene"))
    expect(director.get_by_role("button", name="Publiser")).to_be_visible()
