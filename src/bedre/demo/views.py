"""The clock of a demonstration or test: step the date by day or week."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bedre.kernel import clock
from bedre.web.back import inside

STEPS = {"day": 1, "week": 7, "day_back": -1, "week_back": -7}


@require_http_methods(["GET", "POST"])
def clock_page(request: HttpRequest) -> HttpResponse:
    """Show and move the date. 404 where the clock follows real time; 422 for a date that is not one."""
    if settings.BEDRE_CLOCK is None:
        raise Http404
    back = _back(request)
    if request.method == "GET":
        return render(request, "demo/clock.html", {"back": back})
    date = _wanted(request)
    if date is None:
        error = _("Write the date as 15.06.2015 or choose it in the field.")
        return render(request, "demo/clock.html", {"back": back, "error": error}, status=422)
    clock.move_to(date)
    return redirect(back)


def _wanted(request: HttpRequest) -> dt.date | None:
    step = STEPS.get(request.POST.get("step", ""))
    if step is not None:
        return clock.today() + dt.timedelta(days=step)
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(request.POST.get("date", ""), form).date()  # noqa: DTZ007  (a date, not a moment)
        except ValueError:
            continue
    return None


def _back(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or request.headers.get("Referer", "")
    return inside(request, target) or "/"
