from django.urls import path

from . import views

app_name = "insight"
urlpatterns = [
    path("", views.home, name="home"),
    path("min-side/", views.me, name="me"),
    path("kommunen/", views.municipality, name="municipality"),
]
