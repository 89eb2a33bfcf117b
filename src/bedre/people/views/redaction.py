"""Sladd: take a text out everywhere it went. First a preview of the places, then a reason, then it is gone."""

from __future__ import annotations

from collections import Counter

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from bedre.kernel import redaction

from ..redacting import may_redact


class RedactForm(forms.Form):
    """What to take out, and why."""

    text = forms.CharField(
        label=gettext_lazy("Text to take out"),
        help_text=gettext_lazy("Exactly as it is written, for example a name or a number."),
        min_length=redaction.SHORTEST,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=300, required=False)


@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest) -> HttpResponse:
    """Preview on the first press, redact on the second (`confirm`). A leader's text must stand in the leader's own unit."""
    request.who.require("people.redact")
    form = RedactForm(request.POST or None, initial={"text": request.GET.get("text", "")})
    if request.method == "GET" or not form.is_valid():
        return _page(request, form, status=422 if request.method == "POST" else 200)
    text = form.cleaned_data["text"]
    places = list(redaction.places(text))
    if not places:
        form.add_error("text", _("That text stands nowhere."))
    elif not may_redact(request.who, [row for row, _name in places]):
        raise PermissionDenied
    elif "confirm" in request.POST and not form.cleaned_data["reason"]:
        form.add_error("reason", _("Say why. The reason is kept, the text is not."))
    elif "confirm" in request.POST:
        return _done(request, text, form.cleaned_data["reason"])
    return _page(request, form, places, status=422 if form.errors else 200)


def _done(request: HttpRequest, text: str, reason: str) -> HttpResponse:
    done = redaction.redact(text, by=request.who.person, reason=reason)
    count = len(done.places)
    messages.success(request, ngettext("Taken out in %d place.", "Taken out in %d places.", count) % count)
    return redirect("people:redact")


def _page(request: HttpRequest, form: RedactForm, places: list | None = None, status: int = 200) -> HttpResponse:
    form.fields["reason"].required = bool(places)  # asked for once there is something to take out
    kinds = Counter(_(str(row._meta.verbose_name)) for row, _name in places or [])
    past = redaction.Redaction.objects.select_related("by")[:50]
    context = {"form": form, "places": len(places or []), "kinds": sorted(kinds.items()), "past": past}
    return render(request, "people/redact.html", context, status=status)
