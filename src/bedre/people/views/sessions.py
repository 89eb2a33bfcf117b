"""Where one is signed in, and ending it there."""

from __future__ import annotations

from allauth.usersessions.internal.flows.sessions import end_other_sessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bedre.kernel.text import whole

from ..devices import device


@login_required
@require_http_methods(["GET", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """One's own sessions: when they began and on what kind of machine. POST `session` ends one, without it all others."""
    if request.method == "POST":
        return _end(request)
    own = sorted(UserSession.objects.purge_and_list(request.user), key=lambda session: session.created_at, reverse=True)
    rows = [{"session": session, "device": device(session.user_agent), "current": session.is_current()} for session in own]
    return render(request, "usersessions/usersession_list.html", {"rows": rows})


def _end(request: HttpRequest) -> HttpResponse:
    if key := request.POST.get("session"):
        get_object_or_404(UserSession, pk=whole(key), user=request.user).end()
    else:
        end_other_sessions(request, request.user)
    messages.success(request, _("Signed out there."))
    return redirect("usersessions_list")
