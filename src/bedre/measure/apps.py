from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """Goals, what is counted and the values."""

    name = "bedre.measure"
    label = "measure"

    def ready(self) -> None:
        from . import rules, slots  # noqa: F401  (each registers what it does)
