from django.urls import path

from . import views

app_name = "measure"
urlpatterns = [
    path("<slug:slug>/mal/", views.measures, name="measures"),
    path("<slug:slug>/mal/ny/", views.new, name="new"),
    path("<slug:slug>/mal/<uuid:key>/", views.measure, name="measure"),
]
