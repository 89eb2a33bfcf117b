from django.apps import AppConfig


class MethodConfig(AppConfig):
    """Methods as data."""

    name = "bedre.method"
    label = "method"

    def ready(self) -> None:
        from . import rules  # noqa: F401  (registers who may)
