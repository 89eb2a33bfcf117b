from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """Goals, what is counted and the values."""

    name = "bedre.measure"
    label = "measure"
