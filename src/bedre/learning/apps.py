from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Stories and study visits."""

    name = "bedre.learning"
    label = "learning"
