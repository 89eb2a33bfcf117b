from django.urls import path

from .views import change, municipality, units

app_name = "organisation"
urlpatterns = [
    path("enheter/", units.units, name="units"),
    path("enheter/ny/", change.add, name="add"),
    path("enheter/<slug:slug>/", units.unit, name="unit"),
    path("enheter/<slug:slug>/endre/", change.change, name="change"),
    path("enheter/<slug:slug>/flytt/", change.move, name="move"),
    path("enheter/<slug:slug>/sla-sammen/", change.merge, name="merge"),
    path("enheter/<slug:slug>/steng/", change.close, name="close"),
    path("innstillinger/", municipality.settings, name="settings"),
    path("innstillinger/nummer/", municipality.number, name="number"),
    path("innstillinger/tittel/", municipality.title, name="title"),
    path("innstillinger/timer/", municipality.hours, name="hours"),
    path("farge.css", municipality.colour, name="colour"),
]
