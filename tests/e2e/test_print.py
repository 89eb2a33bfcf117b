"""What is hung on a wall or kept in a binder, as Chromium prints it."""

from __future__ import annotations

import io

from pypdf import PdfReader

UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"


def test_the_minutes_of_every_meeting_print_on_one_page(demo, enter):
    page = enter("Enhetsleder")
    page.goto(f"{demo.address}{UNIT}/moter/")
    minutes = page.locator("main a[href*='/moter/']").evaluate_all("links => links.map(link => link.href)")
    pages = []
    for address in minutes:
        page.goto(address)
        pages.append(len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages))
    assert pages == [1] * len(minutes)
    assert len(minutes) > 10
