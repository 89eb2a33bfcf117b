"""Every form that wants something, sent empty: refused, the summary has the focus, each field says what it lacks."""

import pytest

from .test_every_page import PARTS, wrong


@pytest.mark.parametrize("part", PARTS)
def test_a_form_sent_empty_says_what_is_missing(tour, visit, part):
    found = {}
    for stop in tour.of(part):
        for number in range(visit(stop).evaluate("looks.wanting().length")):
            page = visit(stop)
            with page.expect_navigation() as sent:
                page.evaluate(f"looks.sendEmpty({number})")
            form = f"form {number + 1}"
            found[stop.name, f"{form} answers"] = [] if sent.value.status == 422 else [str(sent.value.status)]
            for look in ("unannounced", "axe"):
                found[stop.name, f"{form} {look}"] = page.evaluate(f"looks.{look}()")
    assert wrong(found) == [], "\n".join(wrong(found))
