from django.apps import AppConfig


class BoardConfig(AppConfig):
    """A unit's board and its improvements."""

    name = "bedre.board"
    label = "board"

    def ready(self) -> None:
        from bedre.files.rules import guard

        from . import rules

        guard("board.improvement", rules.sees_card_of)
