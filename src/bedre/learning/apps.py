from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Stories and study visits."""

    name = "bedre.learning"
    label = "learning"

    def ready(self) -> None:
        from . import visit_rules  # noqa: F401  (registers who may)
