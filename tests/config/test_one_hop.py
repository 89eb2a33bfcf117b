"""One hop into Django's WSGI handler stays one hop."""

from django.conf import settings
from django.utils.module_loading import import_string


def test_every_middleware_is_synchronous():
    asynchronous = [path for path in settings.MIDDLEWARE if not getattr(import_string(path), "sync_capable", True)]
    assert asynchronous == [], "Django would hop between threads several times a request"
