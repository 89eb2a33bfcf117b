from django.apps import AppConfig


class MethodConfig(AppConfig):
    """Methods as data."""

    name = "bedre.method"
    label = "method"
