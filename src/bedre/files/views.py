"""Handing out files, and redacting them."""

from __future__ import annotations

import uuid

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from .models import Upload
from .rules import may_see
from .storage import path_of


@require_GET
def file(request: HttpRequest, key: uuid.UUID) -> HttpResponse | FileResponse:
    """The bytes, for those who may see what the file hangs on. Documents are always downloaded, never shown."""
    upload = _visible(request, key)
    path = path_of(upload)
    if not path.exists():
        raise Http404
    photo = upload.kind == Upload.PHOTO
    name = "" if photo else upload.original_name
    response = FileResponse(path.open("rb"), content_type=upload.content_type, as_attachment=not photo, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_POST
def redact(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Delete a photo or document for good, with a reason."""
    request.who.require("people.redact")
    upload = _visible(request, key)
    upload.redact(by=request.who.person, reason=request.POST.get("reason", ""))
    return redirect(request.headers.get("Referer", "/"))


def _visible(request: HttpRequest, key: uuid.UUID) -> Upload:
    upload = get_object_or_404(Upload, pk=key, removed_at=None)
    if not may_see(request.who, upload):
        raise Http404
    return upload
