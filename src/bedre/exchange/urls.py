from django.urls import path

from .views import imports

app_name = "exchange"
urlpatterns = [
    path("import/<str:word>/ny/", imports.send_in, name="import"),
    path("import/<str:word>/mal/", imports.template, name="template"),
    path("import/<uuid:pk>/", imports.run, name="run"),
    path("import/<uuid:pk>/fremdrift/", imports.progress, name="progress"),
    path("import/<uuid:pk>/skriv/", imports.confirm, name="confirm"),
]
