from django.urls import path

from . import views

app_name = "files"
urlpatterns = [
    path("fil/<uuid:key>/", views.file, name="file"),
    path("fil/<uuid:key>/sladd/", views.redact, name="redact"),
]
