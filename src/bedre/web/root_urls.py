"""What the browser keeps for when the network is gone."""

from django.urls import path

from . import views

urlpatterns = [
    path("frakoblet", views.offline, name="offline"),
    path("sw.js", views.worker, name="worker"),
]
