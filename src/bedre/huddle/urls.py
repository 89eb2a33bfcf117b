from django.urls import path

from . import views

app_name = "huddle"
urlpatterns = [
    path("<slug:slug>/mote/", views.meeting, name="meeting"),
    path("<slug:slug>/mote/forbered/", views.prepare, name="prepare"),
    path("<slug:slug>/mote/start/", views.start, name="start"),
    path("<slug:slug>/mote/punkt/", views.step, name="step"),
    path("<slug:slug>/mote/antall/", views.count, name="count"),
    path("<slug:slug>/mote/slutt/", views.end, name="end"),
    path("<slug:slug>/mote/avlys/", views.cancel, name="cancel"),
    path("<slug:slug>/moter/", views.history, name="history"),
    path("<slug:slug>/moter/<uuid:key>/", views.minutes, name="minutes"),
]
