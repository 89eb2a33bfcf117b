from django.urls import URLPattern, URLResolver

app_name = "method"
urlpatterns: list[URLPattern | URLResolver] = []
