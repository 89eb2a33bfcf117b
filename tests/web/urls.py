"""The page of components at an address outside any municipality, beside the real ones."""

from django.urls import path

from bedre.config.urls import handler400, handler403, handler404, handler500, urlpatterns
from bedre.web import views

__all__ = ["handler400", "handler403", "handler404", "handler500"]
urlpatterns = [path("demo/komponenter/", views.components), *urlpatterns]
