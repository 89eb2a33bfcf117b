"""Course days: all planned in one go, then each by itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bedre.files.storage import accept_document
from bedre.kernel import clock
from bedre.web.together import tried

from .. import pages
from ..forms.practice import CourseDayForm, CourseForm, FileForm, HeldForm
from ..models import CourseDay
from .answer import page
from .lookup import place


@require_http_methods(["GET", "POST"])
def plan_course(request: HttpRequest, slug: str) -> HttpResponse:
    """Dates for all course days; suggested two a week."""
    here = place(request, slug, "rollout.plan")
    intro = here.introduction
    days = intro.choice.course_days
    if not days:
        raise Http404(slug)
    form = CourseForm(request.POST or None, days=days, initial=pages.course_suggestion(here.row, days))

    def as_it_stands(_introduction: object) -> dict[str, object]:
        return pages.course_suggestion(place(request, slug, "rollout.plan").row, days)

    if form.is_valid() and tried(form, lambda: _plan(request, here, form), as_it_stands):
        messages.success(request, _("The course days are planned."))
        return redirect("rollout:introduction", slug)
    return page(request, "course.html", form, unit=here.unit)


def _plan(request: HttpRequest, here, form: CourseForm) -> None:
    CourseDay.plan_all(
        here.introduction, form.dates, by=request.who.person, version=form.seen_version, place=form.cleaned_data["place"]
    )


@require_http_methods(["GET", "POST"])
def course_day(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One course day; who may carry out writes on it, others read."""
    here = place(request, slug)
    day = here.course_day(number)
    may = request.who.may("rollout.carry_out", here.unit)
    if request.method == "POST":
        request.who.require("rollout.carry_out", here.unit)
    fields = {name: getattr(day, name) for name in CourseDayForm.base_fields if hasattr(day, name)}
    form = CourseDayForm(request.POST or None, initial=fields)
    if form.is_valid() and tried(form, lambda: day.write(by=request.who.person, version=form.seen_version, **form.typed)):
        messages.success(request, _("Saved."))
        return redirect("rollout:course_day", slug, number)
    held = HeldForm(initial={"on": min(day.on, clock.today())}, auto_id="held_%s")
    return page(
        request, "course_day.html", form, unit=here.unit, may=may, held_form=held,
        may_redact=request.who.may("people.redact", here.unit), **pages.course_day(here.row, day),
    )  # fmt: skip


@require_POST
def add_course_file(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Keep a file with a course day. What cannot be kept is refused with a sentence."""
    here = place(request, slug, "rollout.carry_out")
    day = here.course_day(number)
    form = FileForm(request.POST, request.FILES)
    if form.is_valid() and tried(form, lambda: accept_document(form.cleaned_data["file"], owner=day, by=request.who.person)):
        messages.success(request, _("The file is kept."))
        return redirect("rollout:course_day", slug, number)
    return page(request, "course_file.html", form, unit=here.unit, day=day)


@require_http_methods(["GET", "POST"])
def hold_course_day(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """It was held: when, for how many."""
    here = place(request, slug, "rollout.carry_out")
    day = here.course_day(number)
    form = HeldForm(request.POST or None, initial={"on": min(day.on, clock.today())})
    if form.is_valid() and tried(form, lambda: day.hold(by=request.who.person, **form.typed)):
        messages.success(request, _("Course day %(n)d is held.") % {"n": number})
        return redirect("rollout:course_day", slug, number)
    return page(request, "course_day_held.html", form, unit=here.unit, day=day)


@require_POST
def unhold_course_day(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """It was not held after all."""
    here = place(request, slug, "rollout.carry_out")
    here.course_day(number).not_held(by=request.who.person)
    return redirect("rollout:course_day", slug, number)
