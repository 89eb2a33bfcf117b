"""The domain clock of a request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from . import clock


class ClockMiddleware:
    """Lets a request live at the date that a test or demonstration stands at. One query, and none in production."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with clock.at(clock.configured()):
            return self.get_response(request)
