from django.apps import AppConfig


class BoardConfig(AppConfig):
    """A unit's board and its improvements."""

    name = "bedre.board"
    label = "board"

    def ready(self) -> None:
        from . import rules  # noqa: F401  (registers who may)
