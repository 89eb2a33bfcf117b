from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Pages that add up."""

    name = "bedre.insight"
    label = "insight"
