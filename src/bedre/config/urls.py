"""Pages outside any municipality: signing in, the first minute, health."""

from django.urls import include, path

from . import errors

urlpatterns = [
    path("", include("bedre.config.health_urls")),
    path("", include("bedre.web.root_urls")),
    path("", include("bedre.people.root_urls")),
    path("", include("bedre.notice.root_urls")),
    path("", include("bedre.demo.root_urls")),
]

handler400, handler403, handler404, handler500 = errors.bad_request, errors.forbidden, errors.not_found, errors.broken
