"""Handing out files, and redacting them."""

from __future__ import annotations

import uuid
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from bedre.people.redacting import may_redact

from .forms import RedactForm
from .models import Upload
from .rules import may_see
from .storage import path_of


@require_GET
def file(request: HttpRequest, key: uuid.UUID) -> HttpResponse | FileResponse | HttpResponseNotModified:
    """The bytes, for those who may see what the file hangs on. Documents are always downloaded, never shown.

    The browser keeps them but asks each time, so that what is redacted is gone at once.
    """
    upload = _visible(request, key)
    path, etag = path_of(upload), f'"{upload.sha256}"'
    if not path.exists():
        raise Http404
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified()
    photo = upload.kind == Upload.PHOTO
    name = "" if photo else upload.original_name
    response = FileResponse(path.open("rb"), content_type=upload.content_type, as_attachment=not photo, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"], response["ETag"] = "private, no-cache", etag
    return response


@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show what will be deleted, then delete it for good, with a reason."""
    upload = _visible(request, key)
    request.who.require("people.redact")
    if not may_redact(request.who, [upload]):
        raise PermissionDenied
    form = RedactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        upload.redact(by=request.who.person, reason=form.cleaned_data["reason"])
        messages.success(request, _("It is taken out for good."))
        return redirect(_back(request.POST.get("back", "")))
    back = _back(request.POST.get("back") or request.headers.get("Referer", ""))
    context = {"upload": upload, "form": form, "photo": upload.kind == Upload.PHOTO, "back": back}
    return render(request, "files/redact.html", context, status=422 if form.errors else 200)


def _back(address: str) -> str:
    """The page of this municipality that one came from, or its first one."""
    path, first = urlsplit(address).path, get_script_prefix()
    return path if path.startswith(first) else first


def _visible(request: HttpRequest, key: uuid.UUID) -> Upload:
    upload = get_object_or_404(Upload, pk=key, removed_at=None)
    if not may_see(request.who, upload):
        raise Http404
    return upload
