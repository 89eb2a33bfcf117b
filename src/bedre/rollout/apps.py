from django.apps import AppConfig


class RolloutConfig(AppConfig):
    """The introduction of a method, unit by unit."""

    name = "bedre.rollout"
    label = "rollout"

    def ready(self) -> None:
        from . import reactions, rules  # noqa: F401  (registers who may, and what follows from other verbs)
