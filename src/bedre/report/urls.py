from django.urls import path

from . import views

app_name = "report"
urlpatterns = [
    path("rapporter/", views.reports, name="reports"),
    path("rapporter/ny/", views.new, name="new"),
    path("rapporter/mal/", views.template, name="template"),
    path("rapporter/mal/fil/", views.default_template, name="default_template"),
    path("rapporter/<uuid:key>/", views.report, name="report"),
    path("rapporter/<uuid:key>/skriv/", views.edit, name="edit"),
    path("rapporter/<uuid:key>/godkjenn/", views.approve, name="approve"),
    path("rapporter/<uuid:key>/publiser/", views.publish, name="publish"),
    path("rapporter/<uuid:key>/rapport.pdf", views.pdf, name="pdf"),
    path("rapporter/<uuid:key>/rapport.docx", views.word, name="word"),
]
