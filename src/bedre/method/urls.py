from django.urls import path

from . import views

app_name = "method"
urlpatterns = [
    path("metode/", views.method, name="method"),
    path("metode/ta-i-bruk/", views.adopt, name="adopt"),
    path("metode/endre/", views.edit, name="edit"),
    path("metode/versjon/<int:number>/", views.version, name="version"),
    path("metode/versjon/<int:number>.yaml", views.export, name="export"),
]
