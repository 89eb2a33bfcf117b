from django.apps import AppConfig


class BoardConfig(AppConfig):
    """A unit's board and its improvements."""

    name = "bedre.board"
    label = "board"
