from django.urls import URLPattern, URLResolver

app_name = "notice"
urlpatterns: list[URLPattern | URLResolver] = []
