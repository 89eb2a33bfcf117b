"""One line in the log for each request: which page, how it went, how long it took. Never who, nor an address that tells."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

from bedre.kernel.ids import uuid7

log = structlog.get_logger("bedre.access")


class AccessLog:
    """Logs the route (`<slug:unit>/tavle`), not the path: a path may hold a name or a secret link."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        with structlog.contextvars.bound_contextvars(request=uuid7().hex):
            response = self.get_response(request)
            log.info("page", method=request.method, route=_route(request), status=response.status_code, ms=_ms_since(begun))
        return response


def _route(request: HttpRequest) -> str | None:
    return request.resolver_match.route if request.resolver_match else None


def _ms_since(begun: float) -> float:
    return round((time.perf_counter() - begun) * 1000, 1)
