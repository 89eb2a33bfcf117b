from django.apps import AppConfig


class HuddleConfig(AppConfig):
    """The meeting at the board as it is held."""

    name = "bedre.huddle"
    label = "huddle"

    def ready(self) -> None:
        from . import slots  # noqa: F401  (registers what it does)
