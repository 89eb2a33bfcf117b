from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Pages that add up."""

    name = "bedre.insight"
    label = "insight"

    def ready(self) -> None:
        from . import rules  # noqa: F401  (registers who may)
