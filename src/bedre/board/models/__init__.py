"""A unit's board, its calendar of meetings, and the improvements that hang on it."""

from .board import Board, BoardClosure
from .comment import Comment
from .ending import Block, Decline, Merge, Parking
from .improvement import Improvement, ShownAs, Source, State
from .meeting import Meeting, MeetingState, Rhythm

__all__ = [
    "Block",
    "Board",
    "BoardClosure",
    "Comment",
    "Decline",
    "Improvement",
    "Meeting",
    "MeetingState",
    "Merge",
    "Parking",
    "Rhythm",
    "ShownAs",
    "Source",
    "State",
]
