"""Every page inside a municipality. The middleware has taken `/harstad` off; an app's `urls.py` holds whole paths.

Apps whose paths start with a unit's short address come last, so that a unit can never hide a page
(`organisation.models.unit.RESERVED` keeps the words).
"""

from django.urls import include, path

from . import errors

APPS = [
    "insight", "organisation", "people", "method", "rollout", "learning", "report", "exchange", "notice", "files",
    "demo", "web", "gain", "measure", "huddle", "board",
]  # fmt: skip

urlpatterns = [path("", include(f"bedre.{app}.urls")) for app in APPS]

handler400, handler403, handler404, handler500 = errors.bad_request, errors.forbidden, errors.not_found, errors.broken
