from django.urls import path

from . import views

urlpatterns = [path("demo/klokke/", views.clock_page, name="clock")]
