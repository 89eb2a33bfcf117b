from django.apps import AppConfig


class MethodConfig(AppConfig):
    """Methods as data."""

    name = "bedre.method"
    label = "method"

    def ready(self) -> None:
        from . import roles, rules  # noqa: F401  (register who may, and what roles are called)
