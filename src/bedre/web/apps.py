from django.apps import AppConfig


class WebConfig(AppConfig):
    """The page frame and what pages are built from."""

    name = "bedre.web"
    label = "web"
