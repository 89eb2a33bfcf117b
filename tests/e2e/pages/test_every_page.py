"""Every page of every role: nothing that axe finds, nothing cut or pushed sideways, and a focus that shows."""

import pytest

from bedre.config.tenant_urls import APPS

PARTS = ["account", *APPS]
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_by_day_or_by_night(tour, visit, part):
    found = {}
    for stop in tour.of(part):
        page = visit(stop)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[stop.name, scheme] = page.evaluate("looks.axe()")
    assert wrong(found) == [], "\n".join(wrong(found))


@pytest.mark.parametrize("part", PARTS)
def test_at_320_pixels_nothing_goes_sideways_or_is_cut_and_every_focus_shows(tour, visit, part):
    found = {}
    for stop in tour.of(part):
        page = visit(stop, width=320)
        for look in ("sideways", "cut", "unseen", "axe"):
            found[stop.name, look] = page.evaluate(f"looks.{look}()")
        page.add_style_tag(content=SPACED)
        for look in ("sideways", "cut"):
            found[stop.name, f"{look} with spaced text"] = page.evaluate(f"looks.{look}()")
    assert wrong(found) == [], "\n".join(wrong(found))


def wrong(found: dict[tuple[str, str], list[str]]) -> list[str]:
    """What was found, with where."""
    return [f"{page} {look}: {fault}" for (page, look), faults in found.items() for fault in faults]
