"""Pages that no link leads to: what is refused, what is not there, the first minute, and what opens over a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.server import environment, free_port, start

from .tour import Stop

OVER = ["board:board", "board:improvement", "huddle:meeting", "insight:me"]


def looked_at(page: Page) -> list[str]:
    """What axe finds by day and by night, and what goes sideways on a phone."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += page.evaluate("looks.axe()")
    page.set_viewport_size({"width": 320, "height": 800})
    found += page.evaluate("looks.sideways()")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


@pytest.mark.parametrize(("path", "page_of"), [("/harstad/finnes-ikke/", "insight:me"), ("/harstad/folk/", "huddle:meeting")])
def test_a_page_that_says_no_is_as_good_as_any(tour, visit, path, page_of):
    assert looked_at(visit(Stop("", path, tour.pages[page_of].session))) == []


def test_a_form_from_a_session_that_has_ended_is_answered_by_a_page_as_good_as_any(tour, visit, house):
    page = visit(Stop("", "/konto/glemt-passord/"))
    page.context.clear_cookies()
    with page.expect_navigation():
        page.locator("form.bd-form").evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    assert looked_at(page) == []


@pytest.mark.parametrize("name", OVER)
def test_what_opens_over_a_page_is_as_good_as_the_page(tour, visit, name):
    page = visit(tour.pages[name])
    page.evaluate("document.querySelectorAll('details:not([data-dialog], [data-menu])').forEach((e) => { e.open = true })")
    assert looked_at(page) == []
    for menu in page.locator("main details[data-menu], header details[data-menu]").all()[:3]:
        menu.locator("summary").evaluate("e => e.click()")
        assert menu.evaluate("menu => looks.axe(menu)") == []
        page.keyboard.press("Escape")
    for number in range(page.locator("details[data-dialog] > summary").count()):
        page.locator("details[data-dialog] > summary").nth(number).evaluate("e => e.click()")
        assert page.locator("dialog[open]").count() == 1
        assert looked_at(page) == []
        page.keyboard.press("Escape")


def test_the_first_minute_of_an_installation_is_as_good_as_the_rest(visit, tmp_path):
    port = free_port()
    server = start(environment(tmp_path, "", mode="", port=port), port, log=tmp_path / "server.log")
    try:
        link = next(word for word in server.command("setup").split() if "/kom-i-gang/" in word)
        page = visit(Stop("", "/konto/glemt-passord/"))
        for address in (f"{server.address}/", link):
            page.goto(address)
            assert looked_at(page) == []
    finally:
        server.stop()
