from django.apps import AppConfig


class HuddleConfig(AppConfig):
    """The meeting at the board as it is held."""

    name = "bedre.huddle"
    label = "huddle"
