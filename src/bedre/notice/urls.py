from django.urls import path

from . import views

app_name = "notice"
urlpatterns = [
    path("min-kalender/", views.subscription, name="calendar"),
    path("min-kalender/stopp/", views.revoke, name="calendar_revoke"),
]
