from django.urls import URLPattern, URLResolver

app_name = "gain"
urlpatterns: list[URLPattern | URLResolver] = []
