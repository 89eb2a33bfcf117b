from django.urls import path

from . import views

urlpatterns = [
    path("demo/postkasse/", views.mailbox, name="mailbox"),
    path("kalender/<slug:slug>/<str:secret>.ics", views.ics, name="ics"),
]
