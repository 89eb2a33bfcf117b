from django.apps import AppConfig


class RolloutConfig(AppConfig):
    """The introduction of a method, unit by unit."""

    name = "bedre.rollout"
    label = "rollout"

    def ready(self) -> None:
        from . import reactions, rules, slots  # noqa: F401  (each registers what it does)
