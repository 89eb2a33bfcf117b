from django.urls import path

from .views import stories, visits

app_name = "learning"
urlpatterns = [
    path("erfaringer/", stories.stories, name="stories"),
    path("erfaringer/<uuid:key>/", stories.story, name="story"),
    path("erfaringer/<uuid:key>/endre/", stories.edit, name="edit_story"),
    path("erfaringer/<uuid:key>/trekk/", stories.take_back, name="take_back_story"),
    path("<slug:slug>/erfaring/ny/", stories.tell, name="tell"),
    path("<slug:slug>/erfaring/ny/<int:number>/", stories.tell, name="tell_card"),
    path("studiebesok", visits.visits, name="visits"),
    path("studiebesok/nytt", visits.new_visit, name="new_visit"),
    path("studiebesok/<uuid:key>", visits.visit, name="visit"),
    path("studiebesok/<uuid:key>/gjennomfort", visits.hold_visit, name="hold_visit"),
]
