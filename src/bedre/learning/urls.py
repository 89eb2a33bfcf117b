from django.urls import path

from . import visit_views

app_name = "learning"
urlpatterns = [
    path("studiebesok", visit_views.visits, name="visits"),
    path("studiebesok/nytt", visit_views.new_visit, name="new_visit"),
    path("studiebesok/<uuid:key>", visit_views.visit, name="visit"),
    path("studiebesok/<uuid:key>/gjennomfort", visit_views.hold_visit, name="hold_visit"),
]
