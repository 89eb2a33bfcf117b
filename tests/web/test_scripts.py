"""What the scripts do, one behaviour at a time."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.e2e
PAGE = "/demo/komponenter/"
CARD = "Ring apoteket før dosettskiftet, ikke etter"


def test_a_dialog_is_modal_and_gives_the_focus_back(open_page):
    page = open_page(PAGE)
    button = page.locator("summary", has_text="Si nei")
    button.click()
    assert page.locator("dialog").evaluate("e => e.matches(':modal')")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")
    expect(button).to_be_focused()


def test_a_menu_closes_with_escape_and_by_a_press_outside(open_page):
    page = open_page(PAGE)
    menu = page.locator("details[data-side=left]")
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.mouse.click(5, 400)):
        menu.locator("summary").click()
        assert menu.get_attribute("open") is not None
        close()
        assert menu.get_attribute("open") is None


def test_a_card_is_dragged_to_a_column_by_pressing_the_menus_button(open_page):
    page = open_page(PAGE)
    page.evaluate("addEventListener('submit', e => { e.preventDefault(); window.sent = e.submitter.value })")
    page.evaluate("scrollTo(0, 0)")
    card = page.locator(".bd-card", has_text=CARD).bounding_box()
    target = page.locator("[data-drop=do]").bounding_box()
    page.mouse.move(card["x"] + 20, card["y"] + 30)
    page.mouse.down()
    page.mouse.move(target["x"] + 40, target["y"] + 200, steps=6)
    assert page.locator("[data-drop=do][data-over]").count() == 1
    page.mouse.up()
    assert page.evaluate("window.sent") == "do"


def test_a_card_let_go_outside_hangs_where_it_hung(open_page):
    page = open_page(PAGE)
    page.evaluate("addEventListener('submit', e => { e.preventDefault(); window.sent = true })")
    page.evaluate("scrollTo(0, 0)")
    card = page.locator(".bd-card", has_text=CARD).bounding_box()
    page.mouse.move(card["x"] + 20, card["y"] + 30)
    page.mouse.down()
    page.mouse.move(600, 60, steps=6)
    page.mouse.up()
    assert page.evaluate("window.sent") is None
    assert page.locator("[data-rail=dotted] .bd-card").first.inner_text().startswith(CARD)


def test_a_card_is_moved_with_keys_and_every_step_is_said(open_page):
    page = open_page(PAGE)
    page.evaluate("addEventListener('submit', e => { e.preventDefault(); window.sent = e.submitter.value })")
    page.get_by_role("link", name=CARD).focus()
    said = page.locator("[data-say]")
    page.keyboard.press("Space")
    expect(said).to_contain_text(f"Du holder {CARD}")
    page.keyboard.press("ArrowRight")
    expect(said).to_contain_text("Planlegge")
    page.keyboard.press("Space")
    assert page.evaluate("window.sent") == "plan"


def test_a_personal_number_is_warned_about_while_one_types(open_page):
    page = open_page(PAGE)
    field = page.get_by_label("Hva kan bli bedre?").first
    note = page.locator(".bd-personal")
    field.fill("Ring 91 23 45 67")
    assert note.is_visible()
    field.fill("Fra 25 til 10 minutter i 2015")
    assert note.count() == 0


def test_what_was_typed_comes_back_after_a_reload(open_page):
    page = open_page(PAGE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("Fortell mer").fill("Halvferdig setning")
    page.reload()
    assert page.get_by_label("Fortell mer").input_value() == "Halvferdig setning"


def test_errors_take_the_focus(open_page):
    page = open_page(PAGE)
    assert page.evaluate("document.activeElement.className") == "ds-error-summary"
