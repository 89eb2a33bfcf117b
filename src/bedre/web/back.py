"""Where a form leads back to, when the browser says it (`next`)."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def inside(request: HttpRequest, address: str) -> str:
    """The address when it is a page of this site, else nothing: what a browser sends must not lead anybody elsewhere."""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure())
    return address if "/" in address and ours else ""
