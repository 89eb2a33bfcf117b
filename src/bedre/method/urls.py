from django.urls import path

from .views import adopting, reading, writing

app_name = "method"
urlpatterns = [
    path("metode/", reading.method, name="method"),
    path("metode/skjema.json", reading.schema, name="schema"),
    path("metode/ta-i-bruk/", adopting.adopt, name="adopt"),
    path("metode/endre/", writing.edit, name="edit"),
    path("metode/versjon/<int:number>/", reading.version, name="version"),
    path("metode/versjon/<int:number>/folg/", adopting.follow, name="follow"),
    path("metode/versjon/<int:number>.yaml", reading.export, name="export"),
]
