from django.urls import path

from .views import after, before, during

app_name = "huddle"
urlpatterns = [
    path("<slug:slug>/mote/", during.meeting, name="meeting"),
    path("<slug:slug>/mote/forbered/", before.prepare, name="prepare"),
    path("<slug:slug>/mote/start/", during.start, name="start"),
    path("<slug:slug>/mote/punkt/", during.step, name="step"),
    path("<slug:slug>/mote/antall/", during.count, name="count"),
    path("<slug:slug>/mote/slutt/", during.end, name="end"),
    path("<slug:slug>/mote/<uuid:key>/fortsett/", during.go_on, name="go_on"),
    path("<slug:slug>/mote/avlys/", before.cancel, name="cancel"),
    path("<slug:slug>/moter/", after.history, name="history"),
    path("<slug:slug>/moter/<uuid:key>/", after.minutes, name="minutes"),
]
