from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Stories and study visits."""

    name = "bedre.learning"
    label = "learning"

    def ready(self) -> None:
        from . import rules, slots  # noqa: F401  (each registers what it does)
