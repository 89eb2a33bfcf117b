from django.apps import AppConfig


class GainConfig(AppConfig):
    """What freed time is for, and whether it went there."""

    name = "bedre.gain"
    label = "gain"

    def ready(self) -> None:
        from . import rules, slots  # noqa: F401  (each registers what it does)
