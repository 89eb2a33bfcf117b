from django.apps import AppConfig


class RolloutConfig(AppConfig):
    """The introduction of a method, unit by unit."""

    name = "bedre.rollout"
    label = "rollout"
