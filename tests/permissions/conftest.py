"""One stage for all tests of who may do what, and one walk for those that only read what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from bedre.board.models import Board
from bedre.kernel.tenancy import active
from tests.cast import Cast

from .roles import ASKING
from .row import Row
from .stage import Things, make_stage
from .table import TABLE
from .walk import TENANT, Answer, Walker, fill, methods, routes

Walked = dict[tuple[str, str, str | None], Answer]
"""(route, method, role) → what was answered."""


@dataclass
class Stage:
    """The cast, the things of three units, and a browser for everyone."""

    cast: Cast
    things: dict[str, Things]
    walker: Walker
    addresses: dict[str, str]

    def close_board(self) -> None:
        """The leader closes the unit's board to others."""
        with active(self.cast.municipality):
            Board.of(self.cast.unit).close(by=self.cast.leader, reason="Vi snakker om brukere")

    def path(self, row: Row, things: str = "unit", municipality: str = "harstad") -> str:
        """The address of a row, with the things of a unit."""
        return f"/{municipality}/{fill(self.addresses[row.route], self.things[things], row.about)}"


def set_up() -> Stage:
    """Set the stage in the database of a test."""
    cast, things = make_stage()
    return Stage(cast, things, Walker(cast), routes(TENANT))


@pytest.fixture
def stage(db) -> Stage:
    """The stage, as it is before anybody asks."""
    return set_up()


@pytest.fixture
def walked(db) -> Walked:
    """What every address of a municipality answered to everyone. Walked once."""
    return _walk()


@cache
def _walk() -> Walked:
    stage = set_up()
    return {
        (row.route, method, role): stage.walker.ask(role, method, stage.path(row))
        for row in TABLE
        for method in methods(row)
        for role in ASKING
    }
