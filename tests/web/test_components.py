"""Every component, by day and by night, wide and narrow, with and without a script."""

import pytest

from .conftest import AXE

pytestmark = pytest.mark.e2e
PAGE = "/demo/komponenter/"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
TEXT_SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, scheme, width):
    page = open_page(PAGE, width=width, color_scheme=scheme, bypass_csp=True)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_person_may_choose_day_or_night_against_the_machine(open_page, scheme):
    other = {"light": "dark", "dark": "light"}[scheme]
    wall = "getComputedStyle(document.body).backgroundColor"
    assert open_page(PAGE, color_scheme=scheme).evaluate(wall) == open_page(
        f"{PAGE}?lys={scheme}", color_scheme=other
    ).evaluate(wall)


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_the_page_never_scrolls_sideways(open_page, width):
    page = open_page(PAGE, width=width)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_text_may_be_spaced_out(open_page):
    page = open_page(PAGE, width=360, bypass_csp=True)
    page.add_style_tag(content=TEXT_SPACING)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    cut = "els => els.filter(e => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY == 'hidden').length"
    assert page.eval_on_selector_all(".bd-card, .ds-button, .ds-tag, .ds-alert, h1, h2, h3", cut) == 0


def test_targets_are_big_enough_for_a_finger(open_page):
    page = open_page(PAGE, width=360, has_touch=True, is_mobile=True)
    small = """els => els.filter(e => e.offsetParent).map(e => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([_, box]) => box.height < 48 || box.width < 40).map(([text, box]) => `${text} ${box.width}×${box.height}`)"""
    assert (
        page.eval_on_selector_all(
            ".ds-button, .ds-chip, .ds-tabs > a, .bd-cols > a, .ds-choice, .bd-key, select, input.ds-input", small
        )
        == []
    )


def test_the_focus_shows_as_the_same_ring_everywhere(open_page):
    page = open_page(PAGE)
    rings = set()
    for _press in range(12):
        page.keyboard.press("Tab")
        rings.add(
            page.evaluate(
                "(e => { const s = getComputedStyle(e); return `${s.outlineStyle} ${s.outlineWidth}` })(document.activeElement)"
            )
        )
    assert rings <= {"solid 3px", "none 0px"}
    assert "solid 3px" in rings


def test_without_a_script_a_dialog_unfolds_and_a_chart_shows_its_table(open_page):
    page = open_page(PAGE, java_script_enabled=False)
    page.get_by_text("Si nei").first.click()
    assert page.get_by_text("Den som foreslo det, får lese grunnen.").is_visible()
    table = page.get_by_role("table", name="Minutter på morgenmøtet")
    assert not table.is_visible()
    page.locator("label", has_text="Tabell").first.click()
    assert table.is_visible()
