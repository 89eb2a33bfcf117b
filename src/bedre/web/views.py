"""The page that shows every component, for those who build pages and for the tests of contrast and names."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import charts, icons, sample


def components(request: HttpRequest) -> HttpResponse:
    """`?lys=dark` shows the night, `?lys=light` the day."""
    scheme = request.GET.get("lys", "auto")
    context = {
        "scheme": scheme if scheme in ("light", "dark") else "auto",
        "form": sample.SampleForm(initial={"title": "Vi leter etter vaktrapporten"}),
        "faulty": sample.SampleForm({"title": ""}, prefix="faulty", auto_id="faulty_%s"),
        "line": sample.line(),
        "small": sample.line(small=True),
        "steps": sample.steps(),
        "spark": charts.spark([17, 18, 16, 5, 17, 19, 18, 17, 29, 30, 29, 31, 30]),
        "squares": charts.squares(2, 46, "2 av 46 enheter"),
        "icons": sorted(icons.LINES),
        "wheels": [0, 1, 2, 3, 4, "done"],
        "numbers": [1, 2, 3, 4, 5, 6],
    }
    return render(request, "web/components.html", context)
