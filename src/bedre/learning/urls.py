from django.urls import path

from .views import visits

app_name = "learning"
urlpatterns = [
    path("studiebesok", visits.visits, name="visits"),
    path("studiebesok/nytt", visits.new_visit, name="new_visit"),
    path("studiebesok/<uuid:key>", visits.visit, name="visit"),
    path("studiebesok/<uuid:key>/gjennomfort", visits.hold_visit, name="hold_visit"),
]
