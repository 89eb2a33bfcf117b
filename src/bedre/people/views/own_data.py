"""«Mine data»: what is kept about oneself, for how long, and all of it as a file."""

from __future__ import annotations

import io
import json
import zipfile

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from ..own_data import own_data
from ..privacy import table


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What is kept and for how long. Open to everybody signed in here."""
    return render(request, "people/own_data.html", {"table": list(table.values())})


@require_POST
@never_cache
def download(request: HttpRequest) -> HttpResponse:
    """All of it as JSON in a zip."""
    data = own_data(request.who.person)
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mine-data.json", text)
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="mine-data.zip"'
    return response
