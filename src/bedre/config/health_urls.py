from django.urls import path

from .health import health

urlpatterns = [path("helse", health, name="health")]
