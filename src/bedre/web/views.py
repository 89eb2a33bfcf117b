"""The page that shows every component, for those who build pages; and what the browser keeps for when the network is gone."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from . import charts, icons, sample

KEPT = ("vendor/bedre.css", "vendor/inter-latin.woff2")
"""Static files that the page without a network is made of."""


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page without a network. It has no script, so that what was typed in the form behind it stays in the tab."""
    return render(request, "web/offline.html", {"still": True})


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker: keeps that page, and shows it when a page does not come. A new style sheet makes it another file."""
    page = reverse("offline", urlconf=settings.ROOT_URLCONF)
    context = {"page": page, "files": [page, *map(static, KEPT)]}
    response = render(request, "web/sw.js", context, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


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
