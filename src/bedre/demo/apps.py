from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The Harstad demonstration."""

    name = "bedre.demo"
    label = "demo"
