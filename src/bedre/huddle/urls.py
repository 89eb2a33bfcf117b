from django.urls import URLPattern, URLResolver

app_name = "huddle"
urlpatterns: list[URLPattern | URLResolver] = []
