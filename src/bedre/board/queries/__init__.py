"""What pages read about boards."""

from .board import BoardView, Card, Lane, archive, board_view
from .figures import BoardFigures, figures
from .history import Line, history
from .meetings import Upcoming, meetings, upcoming

__all__ = [
    "BoardFigures", "BoardView", "Card", "Lane", "Line", "Upcoming", "archive", "board_view", "figures", "history", "meetings",
    "upcoming",
]  # fmt: skip
