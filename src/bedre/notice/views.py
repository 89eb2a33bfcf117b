"""The mailbox of a demonstration, and the calendar address of a person."""

import datetime as dt

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality
from bedre.people.access import as_person

from . import calendar
from .models import CalendarFeed, CaughtMail

SHOWN_AHEAD = dt.timedelta(weeks=4)


@require_GET
def mailbox(request: HttpRequest) -> HttpResponse:
    """Every mail that was caught, newest first. Not in production, and not where real mail is sent."""
    if settings.PRODUCTION or settings.MAIL_URL:
        raise Http404
    return render(request, "notice/mailbox.html", {"mails": CaughtMail.objects.all()[:100]})


@require_GET
def ics(request: HttpRequest, slug: str, secret: str) -> HttpResponse:
    """The dates behind a secret address, in the person's language. 404 when it was revoked, or the person has left."""
    municipality = get_object_or_404(Municipality, slug=slug)
    with active(municipality):
        feed = CalendarFeed.behind(secret)
        if feed is None or feed.person.has_left:
            raise Http404
        with translation.override(feed.person.language or municipality.language):
            base, name = f"{_here(request)}/{slug}", f"Bedre, {municipality.full_name}"
            body = calendar.feed(as_person(feed.person), name=name, base=base)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "POST"])
def subscription(request: HttpRequest) -> HttpResponse:
    """Make the own calendar address. The secret is shown on the answer to the POST, and never again."""
    person = request.who.person
    link = None
    if request.method == "POST":
        link = f"{_here(request)}/kalender/{request.municipality.slug}/{CalendarFeed.make(person)}.ics"
    context = {
        "feed": CalendarFeed.objects.filter(person=person, revoked_at=None).first(),
        "link": link,
        "direct": link and f"webcal://{link.partition('://')[2]}",
        "dates": calendar.coming(request.who, SHOWN_AHEAD),
    }
    return render(request, "notice/calendar.html", context)


@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """Close the own calendar address."""
    for feed in CalendarFeed.objects.filter(person=request.who.person, revoked_at=None):
        feed.revoke(by=request.who.person)
    messages.success(request, _("The calendar address no longer works."))
    return redirect("notice:calendar")


def _here(request: HttpRequest) -> str:
    """The public address of the installation, as told or as asked for."""
    return settings.BEDRE_URL or f"{request.scheme}://{request.get_host()}"
